import type { GuideEntry } from '#core/catalog/guide-entry';
import type { GuideType, Vocabulary } from '#core/catalog/workspace-config';
import { counterText } from '#core/messages/counter';
import { newGuideMessages } from '#core/messages/new-guide';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Icon } from '../../ui/icons.tsx';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { WidthCounter } from '../../ui/WidthCounter.tsx';
import { GuideTypeCards } from './GuideTypeCards.tsx';
import { type NewGuideAnswers, similarTitle, type SlugProblem } from './new-guide-model.ts';

interface NewGuideFieldsProps {
  readonly types: readonly GuideType[];
  readonly type: GuideType;
  readonly entries: readonly GuideEntry[];
  readonly fields: readonly FieldModel[];
  readonly vocabulary: Vocabulary;
  readonly answers: NewGuideAnswers;
  /** Name and title as typed, with spaces at the ends. */
  readonly name: string;
  readonly title: string;
  readonly problem: SlugProblem | undefined;
  /** The author has asked to create: empty fields are told from now on. */
  readonly tried: boolean;
  readonly onChange: (changes: Partial<NewGuideAnswers>) => void;
}

/** The left side of the dialog: what the author fills in. */
export function NewGuideFields(props: NewGuideFieldsProps) {
  const { type, entries, fields, answers, problem, tried, onChange } = props;
  const text = useText(newGuideMessages);
  const localized = useLocalized();
  const bounds = fields.find((field) => field.name === 'title')?.width ?? {};
  const width = displayWidth(answers.title);
  const similar = similarTitle(answers.title, entries);
  const noName = tried && answers.name === '';
  const noTitle = tried && answers.title === '';
  const slugTold = problem !== undefined && (tried || problem.kind !== 'empty');
  const slugMessage =
    problem === undefined
      ? text('slugFree')
      : problem.kind === 'taken'
        ? text('slugTaken', { name: problem.name })
        : text(problem.kind === 'form' ? 'slugForm' : 'slugEmpty');
  return (
    <div className="lf">
      <GuideTypeCards
        label={text('type')}
        types={props.types}
        value={type.id}
        onChange={(id) => onChange({ type: id })}
      />
      <LabelledField
        label={localized(type.nameLabel)}
        message={noName ? text('checkName') : undefined}
        tone="error"
      >
        {(ids) => (
          <TextInput
            {...ids}
            autoFocus
            lang="en"
            invalid={noName}
            value={props.name}
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
            value={props.title}
            onChange={(title) => onChange({ title })}
          />
        )}
      </LabelledField>
      <div className="two">
        <LabelledField
          label={text('slug')}
          message={slugMessage}
          tone={problem === undefined ? 'success' : slugTold ? 'error' : undefined}
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
              value={answers.category}
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
          {text('similar', { name: similar.name, title: similar.title })}
        </div>
      )}
    </div>
  );
}
