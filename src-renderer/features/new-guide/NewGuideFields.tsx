import type { GuideEntry } from '#core/catalog/guide-entry';
import type { SlugProblem } from '#core/catalog/slug';
import type { GuideType, Vocabulary } from '#core/catalog/workspace-config';
import { counterText } from '#core/messages/counter';
import { newGuideMessages } from '#core/messages/new-guide';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { WidthCounter } from '../../ui/WidthCounter.tsx';
import { GuideTypeCards } from './GuideTypeCards.tsx';
import { GuidePicker } from './GuidePicker.tsx';
import { type NewGuideAnswers, similarTitle } from './new-guide-model.ts';
import type { NewGuideDraft } from './NewGuideDialog.tsx';

interface NewGuideFieldsProps {
  readonly types: readonly GuideType[];
  readonly type: GuideType;
  readonly entries: readonly GuideEntry[];
  readonly fields: readonly FieldModel[];
  readonly vocabulary: Vocabulary;
  readonly typed: NewGuideDraft;
  /** What would be sent: without spaces around, the URL name filled in. */
  readonly answers: NewGuideAnswers;
  readonly problem: SlugProblem | undefined;
  /** Why main refused the URL name, in words. */
  readonly refused: string | undefined;
  /** The author has asked to create: empty fields are told from now on. */
  readonly tried: boolean;
  readonly onChange: (changes: Partial<NewGuideDraft>) => void;
  /** Leaves for another guide. */
  readonly onOpen: (path: string) => void;
}

const slugWords = {
  empty: 'slugEmpty',
  form: 'slugForm',
  long: 'slugLong',
  reserved: 'slugReserved',
  taken: 'slugTaken',
} as const satisfies Record<SlugProblem['kind'], keyof typeof newGuideMessages.ja>;

/** The left side of the dialog: what the author fills in. */
export function NewGuideFields(props: NewGuideFieldsProps) {
  const { type, entries, fields, typed, answers, problem, refused, tried, onChange } = props;
  const text = useText(newGuideMessages);
  const localized = useLocalized();
  const bounds = fields.find((field) => field.name === 'title')?.width ?? {};
  const width = displayWidth(answers.title);
  const similar = similarTitle(answers.title, entries);
  const noName = tried && answers.name === '';
  const noTitle = tried && answers.title === '';
  const slugTold =
    refused !== undefined || (problem !== undefined && (tried || problem.kind !== 'empty'));
  const slugMessage =
    refused ??
    (problem === undefined
      ? text('slugFree')
      : text(slugWords[problem.kind], problem.kind === 'taken' ? { name: problem.name } : {}));
  return (
    <div className="lf">
      <GuideTypeCards
        label={text('type')}
        types={props.types}
        hasGuides={entries.some(({ kind }) => kind === 'guide')}
        value={typed.type}
        onChange={(id) => onChange({ type: id })}
      />
      {typed.type === undefined && (
        <GuidePicker
          entries={entries}
          value={typed.from}
          missing={tried && typed.from === undefined}
          onChange={(from) => onChange({ from })}
        />
      )}
      <LabelledField
        label={
          typed.type === undefined && typed.from === undefined
            ? text('name')
            : localized(type.nameLabel)
        }
        message={noName ? text('checkName') : undefined}
        tone="error"
      >
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            lang="en"
            invalid={noName}
            value={typed.name}
            onChange={(name) => onChange({ name })}
          />
        )}
      </LabelledField>
      <LabelledField
        label={text('guideTitle')}
        message={noTitle ? text('checkTitle') : undefined}
        tone="error"
        right={
          <WidthCounter
            value={width}
            min={bounds.min}
            max={bounds.max}
            text={localized(counterText(width, bounds))}
          />
        }
      >
        {(ids) => (
          <TextInput
            {...ids}
            invalid={noTitle}
            value={typed.title}
            onChange={(title) => onChange({ title })}
          />
        )}
      </LabelledField>
      <div className="two">
        <LabelledField
          label={text('slug')}
          message={slugMessage}
          tone={slugTold ? 'error' : problem === undefined ? 'success' : undefined}
        >
          {(ids) => (
            <TextInput
              {...ids}
              lang="en"
              invalid={slugTold}
              value={answers.slug}
              onChange={(slug) => onChange({ slug })}
            />
          )}
        </LabelledField>
        <LabelledField label={text('category')}>
          {(ids) => (
            <SelectInput
              {...ids}
              value={typed.category}
              onChange={(category) => onChange({ category })}
              options={[
                { value: '', label: text('noCategory') },
                ...(props.vocabulary['category'] ?? []).map((term) => ({
                  value: term.id,
                  label: localized(term.label),
                })),
              ]}
            />
          )}
        </LabelledField>
      </div>
      {similar !== undefined && (
        <div className="msg">
          <Icon name="warning" size={13} className="m-warning" />
          <span>
            {text('similar')}{' '}
            <LinkButton tip={text('similarTip')} onPress={() => props.onOpen(similar.path)}>
              {text('similarName', { name: similar.name, title: similar.title })}
            </LinkButton>
          </span>
        </div>
      )}
    </div>
  );
}
