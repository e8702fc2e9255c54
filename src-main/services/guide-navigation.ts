import { bodyStart } from '#core/catalog/body-record';
import { type GuideRecord, readGuideRecord } from '#core/catalog/guide-record';
import { referencesTo } from '#core/catalog/guide-references';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { parseGuide } from '#core/document/parse-guide';
import type { GuideReference } from '#core/ipc/contract';
import { type Body, readBody } from '#core/lint/body';
import { type GuideHeading, readHeadings } from '#core/markdown/guide-headings';
import type { CheckContext } from './workspace-engine-guides.ts';
import type { GuideStore } from './workspace-engine-store.ts';
import { decodeFile } from './workspace-engine-text.ts';

/** Most places that are told of one guide; a list beyond that is no help. */
const mostReferences = 2000;
/** Most characters of a line that are told. */
const mostOfLine = 240;

/** What answers where guides are named and what their headings are. */
export interface GuideNavigation {
  /** The places in other guides that name a guide, by path and then in the order of the text. */
  references(path: string): Promise<readonly GuideReference[]>;
  /** The headings of a guide; offsets in its text as an editor holds it. None where it cannot be read. */
  headings(path: string): Promise<readonly GuideHeading[]>;
}

/** A guide's text as it was read, and as an editor holds it: without byte order mark, lines ending in LF. */
interface NavigableText {
  readonly text: string;
  readonly record: () => GuideRecord;
  readonly body: () => { readonly body: Body; readonly from: number };
}

/** The offset in the text of an editor of an offset in the text of a file. */
function editorOffset(text: string, offset: number): number {
  let moved = text.startsWith('\ufeff') ? offset - 1 : offset;
  for (let at = text.indexOf('\r\n'); at !== -1 && at < offset; at = text.indexOf('\r\n', at + 2)) {
    moved -= 1;
  }
  return Math.max(0, moved);
}

/** The line (from 1) that an offset stands in, and its text around the offset. */
function lineAt(text: string, offset: number): { readonly line: number; readonly text: string } {
  let line = 1;
  let from = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
    if (index >= offset) {
      return { line, text: shorten(text.slice(from, index), offset - from) };
    }
    line += 1;
    from = index + end.length;
  }
  return { line, text: shorten(text.slice(from), offset - from) };
}

function shorten(line: string, at: number): string {
  if (line.length <= mostOfLine) return line.trim();
  const from = Math.max(0, Math.min(at - mostOfLine / 2, line.length - mostOfLine));
  const part = line.slice(from, from + mostOfLine).trim();
  return `${from > 0 ? '…' : ''}${part}${from + mostOfLine < line.length ? '…' : ''}`;
}

/** Answers from the catalog and, for lines and offsets, from the texts that are open or on disk. */
export function createGuideNavigation(deps: {
  readonly store: GuideStore;
  readonly files: Pick<WorkspaceFiles, 'read'>;
  readonly context: () => CheckContext;
  /** Lets other work run, and comes back after it. */
  readonly pause: () => Promise<void>;
}): GuideNavigation {
  const { store, files, context, pause } = deps;

  function navigable(path: string, text: string, known?: GuideRecord, kept?: Body): NavigableText {
    const parsed = parseGuide(text);
    const from = bodyStart(parsed);
    let body: Body | undefined;
    const bodyOf = (): Body => {
      const part = text.slice(from);
      body ??= kept?.text === part ? kept : readBody(part, context().flavour);
      return body;
    };
    return {
      text,
      record: () =>
        known ?? readGuideRecord(path, parsed, context().fields.fields, bodyOf().record),
      body: () => ({ body: bodyOf(), from }),
    };
  }

  async function read(path: string): Promise<NavigableText | undefined> {
    const open = store.openText(path);
    if (open) return navigable(path, open.text, undefined, open.body?.body);
    const bytes = await files.read(path);
    if (!bytes) return undefined;
    const text = decodeFile(bytes);
    if (text === 'not-utf8' || text === 'too-large') return undefined;
    return navigable(path, text, store.known(path, bytes)?.record);
  }

  return {
    async references(path) {
      const target = store.catalog.get(path);
      if (!target) return [];
      const found: GuideReference[] = [];
      const { byValue, byPath } = store.catalog.namedBy(path);
      for (const naming of [...new Set([...byValue, ...byPath])].sort()) {
        if (found.length >= mostReferences) break;
        const guide = await read(naming);
        if (!guide) continue;
        for (const { from, to, pointer } of referencesTo(guide.record(), target)) {
          found.push({
            path: naming,
            from: editorOffset(guide.text, from),
            to: editorOffset(guide.text, to),
            ...(pointer === undefined ? {} : { pointer }),
            ...lineAt(guide.text, from),
          });
        }
        await pause();
      }
      return found;
    },
    async headings(path) {
      const guide = await read(path);
      if (!guide) return [];
      const { body, from } = guide.body();
      return readHeadings(body.tree).map((heading) => ({
        ...heading,
        from: editorOffset(guide.text, heading.from + from),
      }));
    },
  };
}
