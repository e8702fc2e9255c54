import { formMessages } from '#core/messages/form';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { entryBySlug } from '../../stores/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { useForm } from './form-context.ts';
import { siteAddress } from './form-model.ts';
import { PickerThumb } from './PickerThumb.tsx';

interface RelationCardProps {
  readonly slug: string;
  /** Asked for on a card without a guide; gets the element that the picker stands beside. */
  readonly onReplace: (element: HTMLElement) => void;
  readonly onRemove: () => void;
}

/** One related guide: picture, name and category; pressing it opens the guide, or the picker where there is none. */
export function RelationCard({ slug, onReplace, onRemove }: RelationCardProps) {
  const text = useText(formMessages);
  const locale = useSettingsStore((state) => state.locale);
  const { path, workspaceId, entries, vocabulary, editable, onOpenGuide } = useForm();
  const entry = entryBySlug(entries, slug);
  const self = entry?.path === path;
  const bad = !entry || self;
  const name = entry?.name ?? slug;
  const category = vocabulary.category?.find(({ id }) => id === entry?.category)?.label[locale];
  const detail = entry
    ? self
      ? text('guideSelf')
      : (category ?? entry.category)
    : text('guideMissing');
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
      <button
        type="button"
        className="relname clip"
        aria-haspopup={bad && editable ? 'dialog' : undefined}
        aria-label={bad ? text('chooseGuideFor', { value: slug }) : text('openGuide', { name })}
        data-tip={`${name} (${slug})`}
        onClick={(event) => {
          if (!bad) onOpenGuide(entry.path);
          else if (editable) onReplace(event.currentTarget);
        }}
      >
        <b className="clip">{name}</b>
        <small className="clip">{detail}</small>
      </button>
      {editable && (
        <IconButton
          icon="x"
          size="small"
          tabIndex={-1}
          label={text('remove', { value: name })}
          onPress={onRemove}
        />
      )}
    </div>
  );
}
