import type { Diagnostic } from '#core/lint/diagnostic';
import type { Localized } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';

/** Forms with more fields than this show their groups as sections with headings. */
const mostWithoutSections = 12;

/** The fields in the order of the form: by `x-group` order where given, else as the schema has them. */
export function inFormOrder(fields: readonly FieldModel[]): readonly FieldModel[] {
  const rank = (field: FieldModel): number => field.group?.order ?? Number.MAX_SAFE_INTEGER;
  return fields
    .map((field, index) => ({ field, index }))
    .sort((a, b) => rank(a.field) - rank(b.field) || a.index - b.index)
    .map(({ field }) => field);
}

/** Fields that stand together under a heading; without a label those that belong to no group. */
export interface FormSection {
  readonly label: Localized | undefined;
  readonly fields: readonly FieldModel[];
}

/** The sections of a long form, in the order of its fields; one without a heading where it is short or has no groups. */
export function sectionsOf(fields: readonly FieldModel[]): readonly FormSection[] {
  const ordered = inFormOrder(fields);
  if (fields.length <= mostWithoutSections || !fields.some(({ group }) => group)) {
    return [{ label: undefined, fields: ordered }];
  }
  const sections = new Map<string, { label: Localized | undefined; fields: FieldModel[] }>();
  for (const field of ordered) {
    const label = field.group?.label;
    const key = label ? `${label.ja} ${label.en}` : '';
    const section = sections.get(key);
    if (section) section.fields.push(field);
    else sections.set(key, { label, fields: [field] });
  }
  return [...sections.values()];
}

/** Whether a widget can show a value and give it back unharmed; what it cannot is edited as JSON text. An absent value fits any. */
export function fitsWidget(field: FieldModel, value: unknown): boolean {
  if (value === undefined) return true;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  switch (field.widget) {
    case 'text':
    case 'long-text':
      // Text controls make every line end a line feed.
      return typeof value === 'string' && !value.includes('\r');
    case 'url':
    case 'date':
      // A control of one line would swallow the line ends.
      return typeof value === 'string' && !/[\r\n]/.test(value);
    case 'category':
    case 'image':
    case 'relation':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
      return typeof value !== 'object' || value === null;
    case 'chips':
    case 'relations':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'object':
      return isObject;
    case 'object-list':
      return Array.isArray(value);
    case 'variants':
    case 'raw':
      return true;
  }
}

/** Whether a pointer leads to a value or into it. */
export function isWithin(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

/** The findings at a value itself, or also at what it holds. */
export function findingsAt(
  diagnostics: readonly Diagnostic[],
  pointer: string,
  deep = false,
): readonly Diagnostic[] {
  return diagnostics.filter(
    ({ pointer: at }) => at === pointer || (deep && at !== undefined && isWithin(at, pointer)),
  );
}

/** Address of an image of the site in this window; each part of the path is encoded. */
export function siteAddress(workspaceId: string, sitePath: string): string {
  return `site://${workspaceId}${sitePath.split('/').map(encodeURIComponent).join('/')}`;
}
