import { useId } from 'react';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { entryByKey, keyOf } from '../../stores/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { useForm } from './form-context.ts';
import { siteAddress } from './form-model.ts';
import { PickerThumb } from './PickerThumb.tsx';
import { nearestGuide } from './relations-model.ts';

interface RelationCardProps {
  readonly value: string;
  /** The field of other guides that the value equals. */
  readonly relation: string;
  /** The same guide stands further up in the list. */
  readonly duplicate?: boolean | undefined;
  /** Offers another guide also where this one is there. */
  readonly changeable?: boolean | undefined;
  /** Asked for another guide; gets the element that the picker stands beside. */
  readonly onReplace: (element: HTMLElement) => void;
  /** Takes the guide that was probably meant. */
  readonly onTake: (value: string) => void;
  readonly onRemove: () => void;
}

/** One related guide: picture, name and category; pressing it opens the guide, or the picker where there is none. */
export function RelationCard({
  value,
  relation,
  duplicate = false,
  changeable = false,
  onReplace,
  onTake,
  onRemove,
}: RelationCardProps) {
  const text = useText(formMessages);
  const choiceText = useText(formChoiceMessages);
  const locale = useSettingsStore((state) => state.locale);
  const { path, workspaceId, entries, vocabulary, editable, onOpenGuide } = useForm();
  const detailId = useId();
  const entry = entryByKey(entries, relation, value);
  const self = entry?.path === path;
  const missing = !entry || self;
  const bad = missing || duplicate;
  const name = entry?.name ?? value;
  const near = missing && editable ? nearestGuide(entries, path, relation, value) : undefined;
  const category = vocabulary.category?.find(({ id }) => id === entry?.category)?.label[locale];
  const detail = !entry
    ? text('guideMissing')
    : self
      ? text('guideSelf')
      : duplicate
        ? choiceText('duplicate')
        : (category ?? entry.category);
  return (
    <div className={bad ? 'rel bad' : 'rel'}>
      {/* The list item around it is what drags; a picture of its own must not. */}
      {bad ? (
        <SeverityIcon severity="error" size={14} />
      ) : (
        <PickerThumb
          address={entry.thumbnail === '' ? null : siteAddress(workspaceId, entry.thumbnail)}
        />
      )}
      <span className="relbody">
        <button
          type="button"
          className="relname clip"
          aria-haspopup={missing && editable ? 'dialog' : undefined}
          aria-label={
            missing ? text('chooseGuideFor', { value: name }) : text('openGuide', { name })
          }
          aria-describedby={detailId}
          data-tip={`${name} (${value})`}
          onClick={(event) => {
            if (!missing) onOpenGuide(entry.path);
            else if (editable) onReplace(event.currentTarget);
          }}
        >
          <b className="clip">{name}</b>
          <small id={detailId} className="clip">
            {detail}
          </small>
        </button>
        {near && (
          <LinkButton
            tip={`${near.name} (${keyOf(near, relation)})`}
            onPress={() => onTake(keyOf(near, relation))}
          >
            {choiceText('replaceGuide', { name: near.name })}
          </LinkButton>
        )}
      </span>
      {editable && changeable && !missing && (
        <button
          type="button"
          className="btn ghost icon-only small"
          aria-label={choiceText('changeGuide', { name })}
          aria-haspopup="dialog"
          data-tip={choiceText('changeGuide', { name })}
          onClick={(event) => onReplace(event.currentTarget)}
        >
          <Icon name="search" size={14} />
        </button>
      )}
      {editable && (
        <IconButton
          icon="x"
          size="small"
          tabIndex={changeable ? undefined : -1}
          label={text('remove', { value: name })}
          onPress={onRemove}
        />
      )}
    </div>
  );
}
