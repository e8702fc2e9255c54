/** The languages of the interface and of every message. */
export type Locale = 'ja' | 'en';

/** One text in both languages; findings carry it so that the language can change without checking again. */
export interface Localized {
  readonly ja: string;
  readonly en: string;
}

/** A text with `{name}` places, or its plural forms chosen by `count`. */
export type Template = string | { readonly one: string; readonly other: string };

/** The texts of one area of the interface, complete in both languages. */
export interface Messages<Key extends string = string> {
  readonly ja: Readonly<Record<Key, Template>>;
  readonly en: Readonly<Record<Key, Template>>;
}

/** Values for the `{name}` places of a template; `count` also chooses the plural form. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Declares the texts of one area; a text in one language only does not compile. */
export function defineMessages<const J extends Readonly<Record<string, Template>>>(tables: {
  ja: J;
  en: Readonly<Record<keyof J & string, Template>>;
}): Messages<keyof J & string> {
  return tables;
}

/** The text for `key` in one language with its places filled in; an unknown place is left as written. */
export function translate<Key extends string>(
  messages: Messages<Key>,
  locale: Locale,
  key: Key,
  values: MessageValues = {},
): string {
  return fillTemplate(messages[locale][key], locale, values);
}

/** The same message in both languages, for texts that travel with data (findings, failures). */
export function localize<Key extends string>(
  messages: Messages<Key>,
  key: Key,
  values: MessageValues = {},
): Localized {
  return {
    ja: translate(messages, 'ja', key, values),
    en: translate(messages, 'en', key, values),
  };
}

const pluralRules: Record<Locale, Intl.PluralRules> = {
  ja: new Intl.PluralRules('ja'),
  en: new Intl.PluralRules('en'),
};

/** Fills the `{name}` places of a template; numbers are grouped as the language writes them. */
function fillTemplate(template: Template, locale: Locale, values: MessageValues): string {
  const text =
    typeof template === 'string'
      ? template
      : pluralRules[locale].select(Number(values.count)) === 'one'
        ? template.one
        : template.other;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return place;
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}
