import type { RefObject } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { keyOf } from '../../stores/workspace-store.ts';
import { useForm } from './form-context.ts';
import { siteAddress } from './form-model.ts';
import { Picker } from './Picker.tsx';
import { cap, type PickerOption } from './picker-model.ts';
import { relationChoices } from './relations-model.ts';

interface RelationPickerProps {
  readonly anchor: RefObject<Element | null>;
  readonly open: boolean;
  readonly onClose: () => void;
  /** The field of other guides whose value is written. */
  readonly relation: string;
  /** Values chosen already. */
  readonly list: readonly string[];
  /** A value without a guide, to which the nearest guide is offered first. */
  readonly missing: string | undefined;
  readonly many?: boolean | undefined;
  readonly onPick: (value: string) => void;
}

/** Chooses a guide by name, title, category or tag, with its picture. */
export function RelationPicker({ relation, list, missing, ...picker }: RelationPickerProps) {
  const text = useText(formMessages);
  const { path, workspaceId, entries } = useForm();
  const toOption = (entry: GuideEntry): PickerOption => {
    const count = entry.counts.error + entry.counts.warning;
    const key = keyOf(entry, relation);
    return {
      id: key,
      name: entry.name,
      detail: entry.title === '' ? key : entry.title,
      note: count > 0 ? text('findings', { count }) : undefined,
      image: entry.thumbnail === '' ? null : siteAddress(workspaceId, entry.thumbnail),
      selected: list.includes(key),
    };
  };
  return (
    <Picker
      {...picker}
      label={text('chooseGuide')}
      placeholder={text('searchGuides')}
      groupsFor={(query) => {
        const choices = relationChoices(entries, path, relation, query, missing);
        return [
          cap(text('nearName', { value: missing ?? '' }), choices.near, toOption),
          cap(text('sameCategory'), choices.sameCategory, toOption),
          // What is searched for stands in the order of its match, whatever its category.
          cap(query.trim() === '' ? text('otherGuides') : '', choices.others, toOption),
        ];
      }}
    />
  );
}
