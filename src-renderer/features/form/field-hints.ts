import { formValueMessages } from '#core/messages/form-values';
import type { Locale } from '#core/messages/messages';
import { translate } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';

/** What numbers a field takes, in words: `1〜5、整数`; empty where the schema does not say. */
function numberHint({ number }: FieldModel, locale: Locale): string {
  if (!number) return '';
  const { min, max, step, integer } = number;
  const say = (key: 'numberRange' | 'numberMin' | 'numberMax' | 'whole' | 'step'): string =>
    translate(formValueMessages, locale, key, {
      min: String(min),
      max: String(max),
      step: String(step),
    });
  const bound = min === undefined ? 'numberMax' : max === undefined ? 'numberMin' : 'numberRange';
  const parts = [
    ...(min === undefined && max === undefined ? [] : [say(bound)]),
    ...(integer && (step === undefined || step === 1) ? [say('whole')] : []),
    ...(step === undefined || step === 1 ? [] : [say('step')]),
  ];
  return parts.length === 0
    ? ''
    : `${parts.join(locale === 'ja' ? '、' : ', ')}${locale === 'ja' ? '。' : '.'}`;
}

/** Everything that helps to fill a field in: its help, the numbers it takes, an example; empty where there is none. */
export function fieldHelp(field: FieldModel, locale: Locale): string {
  const { help, example } = field;
  const told =
    example === undefined ? '' : translate(formValueMessages, locale, 'example', { example });
  const parts = [help?.[locale] ?? '', numberHint(field, locale), told];
  return parts.filter((part) => part !== '').join(locale === 'ja' ? '' : ' ');
}

/** How many characters a text has, beside the bounds of its field; characters are Unicode code points, as JSON Schema counts them. */
export function lengthText(count: number, { length }: FieldModel, locale: Locale): string {
  const { min, max } = length ?? {};
  const key =
    min === undefined
      ? max === undefined
        ? 'characters'
        : 'charactersMax'
      : max === undefined
        ? 'charactersMin'
        : 'charactersRange';
  return translate(formValueMessages, locale, key, { count, min: min ?? 0, max: max ?? 0 });
}

/** The ids of everything that describes a control, for `aria-describedby`; `undefined` where nothing does. */
export function describedByAll(
  ...ids: readonly (string | false | undefined)[]
): string | undefined {
  const present = ids.filter((id) => typeof id === 'string' && id !== '');
  return present.length === 0 ? undefined : present.join(' ');
}
