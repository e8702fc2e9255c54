import { useRef, useState } from 'react';
import { formMessages } from '#core/messages/form';
import type { FieldModel } from '#core/schema/field-model';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { useForm } from './form-context.ts';
import { Picker } from './Picker.tsx';
import { cap } from './picker-model.ts';
import { matchTerms, type Term } from './vocabulary-model.ts';

interface UsedWordsProps {
  readonly field: FieldModel;
  readonly terms: readonly Term[];
  readonly list: readonly string[];
  readonly onAdd: (word: string) => void;
}

/** よく使うタグ48: opens the words in use, with how many guides use each. */
export function UsedWords({ field, terms, list, onAdd }: UsedWordsProps) {
  const text = useText(formMessages);
  const localized = useLocalized();
  const { editable } = useForm();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (terms.length === 0) return null;
  const key = field.vocabulary === 'tags' || field.name === 'tags' ? 'inUseTags' : 'inUse';
  return (
    <>
      <button
        ref={button}
        type="button"
        className="counter usedwords"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-disabled={!editable || undefined}
        onClick={() => {
          if (editable) setOpen(true);
        }}
      >
        {text(key, { count: terms.length })}
      </button>
      <Picker
        anchor={button}
        open={open}
        onClose={() => setOpen(false)}
        label={text('addTo', { field: localized(field.label) })}
        placeholder={text('searchWords')}
        many
        free={!field.enum}
        onPick={onAdd}
        groupsFor={(query) => [
          cap('', matchTerms(terms, query), ({ id, label, uses }) => ({
            id,
            name: id,
            note:
              [label === id ? '' : label, uses > 0 ? text('usedBy', { count: uses }) : '']
                .filter((part) => part !== '')
                .join(' ・ ') || undefined,
            selected: list.includes(id),
          })),
        ]}
      />
    </>
  );
}
