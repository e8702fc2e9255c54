import { type KeyboardEvent, useRef } from 'react';
import type { GuideType } from '#core/catalog/workspace-config';
import { newGuideMessages } from '#core/messages/new-guide';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { type IconName, Icon } from '../../ui/icons.tsx';

interface GuideTypeCardsProps {
  readonly label: string;
  readonly types: readonly GuideType[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const icons: readonly IconName[] = ['signpost', 'shield', 'file'];

/** The guide types as cards, of which one is chosen; arrows move between them. */
export function GuideTypeCards({ label, types, value, onChange }: GuideTypeCardsProps) {
  const text = useText(newGuideMessages);
  const localized = useLocalized();
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = types.findIndex((type) => type.id === value);
    const next = (index + step + types.length) % types.length;
    const type = types[next];
    if (type === undefined) return;
    onChange(type.id);
    const card = group.current?.children[next];
    if (card instanceof HTMLElement) card.focus();
  };
  return (
    <div>
      <div className="label">{label}</div>
      <div ref={group} className="types" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
        {types.map((type, index) => {
          const description = localized(type.description);
          return (
            <button
              key={type.id}
              type="button"
              className="type"
              role="radio"
              aria-checked={type.id === value}
              tabIndex={type.id === value ? 0 : -1}
              onClick={() => onChange(type.id)}
            >
              <b>
                <Icon name={icons[index % icons.length] ?? 'file'} />
                <span className="clip">{localized(type.label)}</span>
              </b>
              <small>
                {description === ''
                  ? text('sections', { count: type.sections.length })
                  : description}
              </small>
            </button>
          );
        })}
      </div>
    </div>
  );
}
