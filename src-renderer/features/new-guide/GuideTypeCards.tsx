import { type KeyboardEvent, useRef } from 'react';
import type { GuideType } from '#core/catalog/workspace-config';
import { newGuideMessages } from '#core/messages/new-guide';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { type IconName, Icon } from '../../ui/icons.tsx';

interface GuideTypeCardsProps {
  readonly label: string;
  readonly types: readonly GuideType[];
  /** Whether there are guides whose chapters can be taken. */
  readonly hasGuides: boolean;
  /** Id of a type, or `undefined` for the chapters of a guide that is there. */
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

interface Card {
  readonly id: string | undefined;
  readonly icon: IconName;
  readonly label: string;
  readonly note: string;
}

const icons: readonly IconName[] = ['signpost', 'shield', 'file'];

/** The guide types as cards, and the guides that are there as the last one; arrows move between them. */
export function GuideTypeCards(props: GuideTypeCardsProps) {
  const { label, types, hasGuides, value, onChange } = props;
  const text = useText(newGuideMessages);
  const localized = useLocalized();
  const cards: readonly Card[] = [
    ...types.map((type, index): Card => {
      const note = localized(type.description);
      return {
        id: type.id,
        icon: icons[index % icons.length] ?? 'file',
        label: localized(type.label),
        note: note === '' ? text('sections', { count: type.sections.length }) : note,
      };
    }),
    ...(hasGuides
      ? [
          {
            id: undefined,
            icon: 'copy',
            label: text('fromGuide'),
            note: text('fromGuideText'),
          } satisfies Card,
        ]
      : []),
  ];
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
    const index = cards.findIndex(({ id }) => id === value);
    const next = (index + step + cards.length) % cards.length;
    const chosen = cards[next];
    if (chosen === undefined) return;
    onChange(chosen.id);
    const card = group.current?.children[next];
    if (card instanceof HTMLElement) card.focus();
  };
  return (
    <div>
      <div className="label">{label}</div>
      <div ref={group} className="types" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
        {cards.map(({ id, icon, label: name, note }) => (
          <button
            key={id ?? ''}
            type="button"
            className="type"
            role="radio"
            aria-checked={id === value}
            tabIndex={id === value ? 0 : -1}
            onClick={() => onChange(id)}
          >
            <b>
              <Icon name={icon} />
              <span>{name}</span>
            </b>
            <small>{note}</small>
          </button>
        ))}
      </div>
    </div>
  );
}
