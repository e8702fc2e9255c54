import { editDetails } from '../document/edit-details.ts';
import { parseGuide } from '../document/parse-guide.ts';
import { valueAt } from '../document/pointer.ts';
import { applyEdits } from '../document/text-edit.ts';
import type { FieldModel } from '../schema/field-model.ts';
import { fieldValues } from '../schema/field-values.ts';
import { bodyStart, nameFromHeading } from './body-record.ts';
import { pathParts } from './file-name.ts';
import { type ExistingGuides, type NewGuideRefusal, refuseAnswers } from './new-guide.ts';

/** What the copy of a guide is called. */
export interface DuplicateAnswers {
  readonly name: string;
  readonly title: string;
  readonly slug: string;
}

/** The copy with its place, or what keeps it from being made. */
export type DuplicateGuide =
  | {
      readonly ok: true;
      readonly path: string;
      readonly text: string;
      /** The details could not be changed (YAML, TOML, broken JSON, none): the text is that of the original. */
      readonly asWritten: boolean;
    }
  | NewGuideRefusal;

/** A site path whose file is named after the old URL name, named after the new one; `undefined` for any other. */
function renamedImage(path: string, from: string, to: string): string | undefined {
  const cut = path.lastIndexOf('/') + 1;
  const name = path.slice(cut);
  if (from === '' || !name.startsWith(from) || !/^[._-]/.test(name.slice(from.length))) {
    return undefined;
  }
  return `${path.slice(0, cut)}${to}${name.slice(from.length)}`;
}

/** Pointers of the images in the details: those the fields call so, and the two that every guide has. */
function imagePointers(data: unknown, fields: readonly FieldModel[]): ReadonlySet<string> {
  const pointers = new Set(['/thumbnail', '/hero_image']);
  for (const { field, pointer } of fieldValues(data, fields)) {
    if (field.widget === 'image' || field.sitePath?.kind === 'image') pointers.add(pointer);
  }
  return pointers;
}

/** The H1 with another name and, where it says the old title, the new one; the same line where it says neither. */
function renameHeading(body: string, before: DuplicateAnswers, after: DuplicateAnswers): string {
  const line = /^# [^\r\n]*/m.exec(body);
  if (!line) return body;
  const [heading] = line;
  const name = nameFromHeading(heading.slice(2));
  const at =
    name === '' ? -1 : heading.indexOf(name, heading.startsWith('# [') ? heading.indexOf(']') : 0);
  if (at < 0 || name !== before.name) return body;
  const rest = heading.slice(at + name.length);
  const titled =
    before.title !== '' && after.title !== '' && rest.trimEnd().endsWith(before.title)
      ? rest.slice(0, rest.lastIndexOf(before.title)) +
        after.title +
        rest.slice(rest.lastIndexOf(before.title) + before.title.length)
      : rest;
  const renamed = heading.slice(0, at) + after.name + titled;
  return body.slice(0, line.index) + renamed + body.slice(line.index + heading.length);
}

/**
 * A copy of a guide under another URL name: URL name, title, the name in the H1 and the images that are
 * named after the URL name become the new ones, every other byte stays. `name` is the guide's name now.
 */
export function duplicateGuide(
  guide: { readonly path: string; readonly text: string; readonly name: string },
  answers: DuplicateAnswers,
  fields: readonly FieldModel[],
  existing: ExistingGuides,
): DuplicateGuide {
  const after = { ...answers, name: answers.name.trim(), title: answers.title.trim() };
  const { folder, ending } = pathParts(guide.path);
  const path = `${folder}${after.slug}${ending}`;
  const refusal = refuseAnswers(after, path, existing);
  if (refusal) return refusal;
  const parsed = parseGuide(guide.text);
  const written: DuplicateGuide = { ok: true, path, text: guide.text, asWritten: true };
  if (!parsed.editable) return written;

  const textAt = (pointer: string): string | undefined => {
    const value = valueAt(parsed.data, pointer);
    return typeof value === 'string' ? value : undefined;
  };
  const slug = textAt('/slug');
  const title = textAt('/title');
  const values = new Map<string, string>();
  if (slug !== undefined) values.set('/slug', after.slug);
  if (title !== undefined && after.title !== '') values.set('/title', after.title);
  for (const pointer of imagePointers(parsed.data, fields)) {
    const image = renamedImage(textAt(pointer) ?? '', slug ?? '', after.slug);
    if (image !== undefined) values.set(pointer, image);
  }
  let { text } = guide;
  for (const [pointer, value] of values) {
    const edited = editDetails(text, { kind: 'set', pointer, value });
    if (!edited.ok) return written;
    text = applyEdits(text, edited.edits);
  }
  const bodyFrom = bodyStart(parseGuide(text));
  const before = { name: guide.name, title: title ?? '', slug: slug ?? '' };
  const body = renameHeading(text.slice(bodyFrom), before, after);
  return { ok: true, path, text: text.slice(0, bodyFrom) + body, asWritten: false };
}
