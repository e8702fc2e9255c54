import type { SiteProfile } from '../catalog/workspace-config.ts';
import { applyEdits, type TextEdit } from '../document/text-edit.ts';
import { maxBodyLength } from './depth.ts';
import { headingIds, headingsOf, textOf, withHeadingIds } from './heading-ids.ts';
import { collectKnown, nothingKnown } from './known.ts';
import { notesKey, type OutlineEntry, type PagePatch, type SectionPatch } from './page-patch.ts';
import { createSectionCutter } from './section-cutter.ts';
import { firstTouched, matchSections } from './section-list.ts';
import { createSectionRenderer } from './section-renderer.ts';
import type { RenderedSection, Section, ShownSection } from './section.ts';

/** Short sections are rendered together up to so many UTF-16 units: each render has a cost of its own. */
const groupLength = 4000;

/** Renders one body again and again, each time only the sections that changed. */
export interface IncrementalRenderer {
  /** Takes a whole new body; the next patch replaces the page. */
  reset(text: string): void;
  /** Follows edits of the body; their ranges refer to the body before them. */
  edit(edits: readonly TextEdit[]): void;
  /**
   * Renders what changed, the edited places first, until `enough` (asked after each section)
   * answers true, and says how the page changed since the patch before.
   */
  render(enough?: () => boolean): PagePatch;
}

/** The incremental renderer of a site profile; its page always equals a full render of the body. */
export function createIncrementalRenderer(profile: SiteProfile): IncrementalRenderer {
  const cutter = createSectionCutter();
  const renderer = createSectionRenderer(profile);
  let body = '';
  let sections: Section[] = [];
  let known = nothingKnown;
  let notes: ShownSection | undefined;
  let notesIds: readonly string[] = [];
  let lastKey = notesKey;
  /** The body at the last cut, and what no edit touched since then at its start and its end. */
  let cutBody = '';
  let head = 0;
  let tail = 0;
  /** Where rendering begins: the place of the last edit. */
  let focus = 0;
  let idsStale = true;
  let definitionsStale = true;
  /** Whether the sections show what `showTogether` built. */
  let isTogether = false;
  const changed = new Set<Section>();
  const pageOf = {
    keys: [] as number[],
    outline: '',
    notes: '',
    together: new Map<number, string>(),
  };

  const createKey = (): number => (lastKey += 1);

  const cutAgain = (): void => {
    if (body === cutBody && sections.length > 0) return;
    const { index, from } = firstTouched(sections, head);
    const shift = body.length - cutBody.length;
    const oldIndexes = new Map<number, number>();
    let start = from;
    for (let at = index; at < sections.length; at += 1) {
      if (start > from && start >= cutBody.length - tail) oldIndexes.set(start + shift, at);
      start += sections[at]?.length ?? 0;
    }
    const starts = cutter.starts(from, (at) => oldIndexes.has(at));
    const end = oldIndexes.get(starts.at(-1) ?? -1);
    const cuts = end === undefined ? [from, ...starts, body.length] : [from, ...starts];
    const old = sections.slice(index, end ?? sections.length);
    const matched = matchSections({
      old,
      oldText: cutBody,
      oldFrom: from,
      text: body,
      cuts,
      createKey,
    });
    sections.splice(index, old.length, ...matched);
    if (
      old.length !== matched.length ||
      old.some((section, at) => section.key !== matched[at]?.key)
    ) {
      idsStale = true;
      definitionsStale = true;
    }
    const kept = new Set(old);
    const edited = matched.findIndex((section) => !kept.has(section));
    focus = index + Math.max(0, edited);
    cutBody = body;
    head = tail = body.length;
  };

  const show = (section: Section, rendered: RenderedSection): void => {
    const before = section.rendered;
    if (before?.headingTexts !== rendered.headingTexts) idsStale = true;
    for (const one of [before, rendered]) {
      if (one && one.definitions.length + one.footnotes.length > 0) definitionsStale = true;
    }
    section.rendered = rendered;
    section.shown = rendered;
    pageOf.together.delete(section.key);
    section.stale = false;
    changed.add(section);
  };

  /** Joins a section with those after it until it ends where Markdown agrees that it can, and renders it. */
  const renderSection = (index: number, from: number): void => {
    const section = sections[index];
    if (!section) return;
    let rendered;
    for (let join = 1; ; join *= 2) {
      section.isLast = index === sections.length - 1;
      rendered = renderer.render(body.slice(from, from + section.length), section.isLast, known);
      if (rendered) break;
      for (const next of sections.splice(index + 1, join)) {
        section.length += next.length;
        section.lines += next.lines;
      }
      idsStale = true;
      definitionsStale = true;
    }
    show(section, rendered);
  };

  /** Renders stale sections that follow each other as one, as long as they are short; says how many were tried. */
  const renderSeveral = (index: number, from: number): number => {
    const group: Section[] = [];
    const texts: string[] = [];
    let to = from;
    for (let at = index; at < sections.length; at += 1) {
      const section = sections[at];
      if (!section?.stale || to + section.length - from > groupLength) break;
      group.push(section);
      texts.push(body.slice(to, (to += section.length)));
    }
    if (group.length < 2) return 0;
    const isLast = index + group.length === sections.length;
    const rendered = renderer.renderSeveral(texts, isLast, known);
    for (const [at, one] of (rendered ?? []).entries()) {
      const section = group[at];
      if (!section) continue;
      section.isLast = isLast && at === group.length - 1;
      show(section, one);
    }
    return group.length;
  };

  const renderStale = (first: number, enough: () => boolean): boolean => {
    let from = 0;
    let tried = 0;
    for (let index = 0; index < sections.length; index += 1) {
      const section = sections[index];
      if (!section) break;
      if (section.stale && index >= first) {
        if (index >= tried) tried = index + renderSeveral(index, from);
        if (section.stale) renderSection(index, from);
        if (enough()) return false;
      }
      from += section.length;
    }
    return true;
  };

  /** Finds definitions that changed, which makes the sections stale that may refer to them. */
  const followDefinitions = (): boolean => {
    if (!definitionsStale) return false;
    definitionsStale = false;
    const now = collectKnown(sections, known);
    if (now === known) return false;
    known = now;
    for (const section of sections) {
      const version = section.rendered?.knownVersion;
      if (version !== undefined && version !== known.version) section.stale = true;
    }
    return true;
  };

  /** Footnotes are numbered through the whole document, so a text with any is built as one page. */
  const showTogether = (): void => {
    let from = 0;
    const trees = sections.map((section) => {
      if (!section.rendered?.tree && section.rendered?.problem === undefined) {
        const text = body.slice(from, from + section.length);
        section.rendered = renderer.render(text, section.isLast, known);
      }
      from += section.length;
      return section.rendered?.tree ?? { type: 'root' as const, children: [] };
    });
    const page = renderer.renderTogether(trees, known);
    isTogether = true;
    const before = pageOf.together;
    pageOf.together = new Map();
    for (const [index, section] of sections.entries()) {
      const root = page.pages[index];
      if (!root) continue;
      const json = JSON.stringify(root);
      pageOf.together.set(section.key, json);
      section.shown = { root, headings: headingsOf(root) };
      if (before.get(section.key) === json) continue;
      changed.add(section);
      idsStale = true;
    }
    const headings = page.notes ? headingsOf(page.notes) : [];
    if (headings.length > 0 || notesIds.length > 0) idsStale = true;
    notes = page.notes && { root: page.notes, headings };
  };

  /** Without footnotes each section shows what it is alone. */
  const showApart = (): void => {
    notes = undefined;
    if (!isTogether) return;
    isTogether = false;
    pageOf.together.clear();
    idsStale = true;
    for (const section of sections) {
      if (section.shown === section.rendered) continue;
      section.shown = section.rendered;
      changed.add(section);
    }
  };

  const giveIds = (): OutlineEntry[] | undefined => {
    if (!idsStale) return undefined;
    idsStale = false;
    const inSections = sections.flatMap((section) => section.shown?.headings ?? []);
    const headings = [...inSections, ...(notes?.headings ?? [])];
    const ids = profile.headingIds === false ? [] : headingIds(headings);
    let at = 0;
    for (const section of sections) {
      const own = ids.slice(at, (at += section.shown?.headings.length ?? 0));
      if (own.length === section.ids.length && own.every((id, i) => id === section.ids[i]))
        continue;
      section.ids = own;
      changed.add(section);
    }
    notesIds = ids.slice(at);
    const outline = inSections.flatMap((heading, i) =>
      heading.tagName === 'h2' ? [{ text: textOf(heading), id: ids[i] ?? '' }] : [],
    );
    const json = JSON.stringify(outline);
    if (json === pageOf.outline) return undefined;
    pageOf.outline = json;
    return outline;
  };

  const takeOrder = (): PagePatch['order'] => {
    const keys = sections.map(({ key }) => key);
    if (notes) keys.push(notesKey);
    const old = pageOf.keys;
    pageOf.keys = keys;
    const shorter = Math.min(keys.length, old.length);
    let at = 0;
    while (at < shorter && keys[at] === old[at]) at += 1;
    let same = 0;
    while (same < shorter - at && keys.at(-1 - same) === old.at(-1 - same)) same += 1;
    const insert = keys
      .slice(at, keys.length - same)
      .map((key, i) => ({ key, lines: key === notesKey ? 0 : (sections[at + i]?.lines ?? 0) }));
    return { at, remove: old.length - same - at, insert };
  };

  const takeSections = (): SectionPatch[] => {
    const patches: SectionPatch[] = [];
    for (const section of sections) {
      if (!changed.has(section) || !section.shown) continue;
      const { key, lines, shown, ids } = section;
      const hast = withHeadingIds(shown.root, shown.headings, ids);
      patches.push({ key, lines, hast, problem: section.rendered?.problem });
    }
    changed.clear();
    const hast = notes && withHeadingIds(notes.root, notes.headings, notesIds);
    const json = hast ? JSON.stringify(hast) : '';
    if (hast && json !== pageOf.notes) {
      patches.push({ key: notesKey, lines: 0, hast, problem: undefined });
    }
    pageOf.notes = json;
    return patches;
  };

  const reset = (text: string): void => {
    body = text;
    cutBody = '';
    sections = [];
    known = { ...nothingKnown, version: known.version + 1 };
    notes = undefined;
    head = tail = focus = 0;
    idsStale = definitionsStale = true;
    cutter.reset(text);
  };

  return {
    reset,
    edit(edits) {
      const text = applyEdits(body, edits);
      if (Math.max(text.length, body.length) > maxBodyLength) return reset(text);
      for (const { from, to } of edits) {
        head = Math.min(head, from);
        tail = Math.min(tail, body.length - to);
      }
      body = text;
      cutter.edit(edits, text);
    },
    render(enough = () => false) {
      const problem = body.length > maxBodyLength ? 'too-long' : undefined;
      let done = true;
      if (!problem) {
        cutAgain();
        do done = renderStale(focus, enough) && renderStale(0, enough);
        while (done && followDefinitions());
        if (known.footnotes.length === 0) showApart();
        else if (done) showTogether();
      }
      const outline = giveIds();
      const order = takeOrder();
      return { order, sections: takeSections(), ...(outline && { outline }), done, problem };
    },
  };
}
