import type { Element, ElementContent, Root, RootContent } from 'hast';
import { Liquid, LiquidError } from 'liquidjs';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { siteWords } from './page.ts';
import type { OutlineEntry } from './page-patch.ts';
import type { TemplateData } from './template-data.ts';
import { createTemplateFolder } from './template-folder.ts';
import { templateSchema } from './template-schema.ts';

/** A page template and the files beside it that it may include. */
export interface TemplateFiles {
  /** Name of the template itself. */
  readonly entry: string;
  /** Texts by name, relative to the template's folder, with `/`. */
  readonly files: Readonly<Record<string, string>>;
}

/** Why a template gives no page. */
export interface TemplateProblem {
  /** `missing`: a file it names is not there; `limit`: it would take too long or too much; `no-content`: it has no `{{ content }}`. */
  readonly kind: 'syntax' | 'missing' | 'limit' | 'no-content';
  /** Name of the file, relative to the template's folder. */
  readonly file: string;
  /** From 1; `undefined` where the whole file is meant. */
  readonly line: number | undefined;
  /** What the template engine says, in English; for `missing`, the name of the file; may be empty. */
  readonly detail: string;
}

/** A place of the page that the app fills itself: the body, and the table of contents. */
export type TemplateSlot = 'content' | 'toc';

/** Milliseconds, characters and allocations after which a template is given up. */
const limits = { renderMs: 500, parse: 1_000_000, memory: 20_000_000, output: 1_000_000 } as const;

const parser = unified().use(rehypeParse).freeze();
const sanitiser = unified().use(rehypeSanitize, templateSchema).freeze();
const printer = unified().use(rehypeStringify, { allowDangerousHtml: true }).freeze();

/** A text that occurs nowhere in what the template can print, so that only the marker itself prints it. */
function createMarkers(files: TemplateFiles, data: TemplateData): Record<TemplateSlot, string> {
  const given = JSON.stringify([files, data]);
  let salt = 0;
  while (given.includes(`shirube${salt}x`)) salt += 1;
  return { content: `shirube${salt}xcontent`, toc: `shirube${salt}xtoc` };
}

/** The error that began it: liquidjs wraps one in another. */
function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  let cause = error;
  while (cause instanceof Error && causes.length < 8) {
    causes.push(cause);
    cause = 'originalError' in cause ? cause.originalError : undefined;
  }
  return causes;
}

function problemOf(error: unknown, entry: string): TemplateProblem {
  const causes = causesOf(error);
  const innermost = causes.at(-1);
  const detail = innermost?.message ?? '';
  const token = causes.flatMap((cause) =>
    LiquidError.is(cause) && cause.token ? [cause.token] : [],
  )[0];
  const place = { file: token?.file ?? entry, line: token?.getPosition()[0] };
  const missing = /^ENOENT: Failed to lookup "(.*)" in /s.exec(detail)?.[1];
  if (missing !== undefined) {
    return missing === entry
      ? { kind: 'missing', file: entry, line: undefined, detail: entry }
      : { kind: 'missing', ...place, detail: missing };
  }
  if (error instanceof RangeError || /limit exceeded|call stack/i.test(detail)) {
    return { kind: 'limit', ...place, detail };
  }
  return { kind: 'syntax', ...place, detail: detail.replace(/, (?:file|line):.*$/s, '') };
}

function slotElement(slot: TemplateSlot): Element {
  return { type: 'element', tagName: 'div', properties: { dataSlot: slot }, children: [] };
}

/** Puts an element in the place of the first marker of each slot; what comes again is left out. */
function placeSlots(
  root: Root,
  markers: Record<TemplateSlot, string>,
): { readonly root: Root; readonly found: ReadonlySet<TemplateSlot> } {
  const found = new Set<TemplateSlot>();
  const pattern = new RegExp(`(${markers.content}|${markers.toc})`);

  const inText = (text: string): ElementContent[] =>
    text.split(pattern).flatMap((part): ElementContent[] => {
      const slot = part === markers.content ? 'content' : part === markers.toc ? 'toc' : undefined;
      if (slot === undefined) return part === '' ? [] : [{ type: 'text', value: part }];
      if (found.has(slot)) return [];
      found.add(slot);
      return [slotElement(slot)];
    });

  const inChild = (node: RootContent): ElementContent[] => {
    if (node.type === 'text') return inText(node.value);
    if (node.type !== 'element') return [];
    const { type, tagName, properties } = node;
    return [{ type, tagName, properties, children: node.children.flatMap(inChild) }];
  };

  return { root: { type: 'root', children: root.children.flatMap(inChild) }, found };
}

/** What a browser would make of the printed page, without its head. */
function bodyOf(html: string): Root {
  const page = parser.parse(html);
  const root = page.children.find((node) => node.type === 'element' && node.tagName === 'html');
  const body =
    root?.type === 'element'
      ? root.children.find((node) => node.type === 'element' && node.tagName === 'body')
      : undefined;
  return { type: 'root', children: body?.type === 'element' ? body.children : [] };
}

/**
 * The page that a template makes of one guide, sanitised; body and table of contents are left to the
 * caller as `div` elements with `dataSlot`, so that neither has to be rendered again with it.
 */
export async function renderTemplateTree(
  files: TemplateFiles,
  data: TemplateData,
): Promise<{ readonly root: Root } | { readonly problem: TemplateProblem }> {
  const markers = createMarkers(files, data);
  const liquid = new Liquid({
    fs: createTemplateFolder(files.files),
    root: '.',
    extname: '.liquid',
    relativeReference: true,
    ownPropertyOnly: true,
    outputEscape: 'escape',
    renderLimit: limits.renderMs,
    parseLimit: limits.parse,
    memoryLimit: limits.memory,
  });
  try {
    const scope = { ...data, ...markers };
    const html = String(await liquid.renderFile(files.entry, scope));
    if (html.length > limits.output) {
      return { problem: { kind: 'limit', file: files.entry, line: undefined, detail: '' } };
    }
    const { root, found } = placeSlots(sanitiser.runSync(bodyOf(html)), markers);
    if (found.has('content')) return { root };
    return { problem: { kind: 'no-content', file: files.entry, line: undefined, detail: '' } };
  } catch (error) {
    return { problem: problemOf(error, files.entry) };
  }
}

/** The table of contents as the default page has it; nothing for fewer than two headings. */
function contentsOf(outline: readonly OutlineEntry[]): ElementContent[] {
  if (outline.length < 2) return [];
  const make = (
    tagName: string,
    properties: Element['properties'],
    children: ElementContent[],
  ): Element => ({ type: 'element', tagName, properties, children });
  const items = outline.map(({ text, id }) => {
    const words: ElementContent = { type: 'text', value: text };
    return make('li', {}, [id === '' ? words : make('a', { href: `#${id}` }, [words])]);
  });
  const title = make('p', { className: ['contents-title'] }, [
    { type: 'text', value: siteWords.contents },
  ]);
  return [make('nav', { className: ['contents'] }, [title, make('ol', {}, items)])];
}

/** The whole page as HTML: the template around `content`, which is HTML that was sanitised already. */
export async function renderTemplate(
  files: TemplateFiles,
  data: TemplateData,
  content: string,
): Promise<{ readonly html: string } | { readonly problem: TemplateProblem }> {
  const made = await renderTemplateTree(files, data);
  if ('problem' in made) return made;
  const fill = (node: RootContent): RootContent[] => {
    if (node.type !== 'element') return [node];
    if (node.properties.dataSlot === 'content') return [{ type: 'raw', value: content }];
    if (node.properties.dataSlot === 'toc') return contentsOf(data.page.outline);
    return [{ ...node, children: node.children.flatMap(fill) as ElementContent[] }];
  };
  return { html: printer.stringify({ type: 'root', children: made.root.children.flatMap(fill) }) };
}
