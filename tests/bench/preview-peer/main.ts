import MarkdownIt from 'markdown-it';
import morphdom from 'morphdom';
import { applyEdits } from '#core/document/text-edit';
import { createIncrementalRenderer } from '#core/markdown/incremental-renderer';
import { createPageSections } from '../../../src-renderer/features/preview/page-sections.ts';
import { keyPlaces, meansOf, timeKeys } from '../preview-keys.ts';

// The named peer for the page after a key: what VS Code's preview does, a whole render by markdown-it
// with source lines, parsed by the browser and patched into the page by morphdom.
declare global {
  interface Window {
    /** Types into a text with both, in turn; milliseconds of a key until its page stands, without layout. */
    measurePreview: (text: string, rounds: number) => { ours: number[]; theirs: number[] };
  }
}

function createPeer(root: HTMLElement): (text: string) => void {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.core.ruler.push('source-lines', ({ tokens }) => {
    for (const token of tokens) {
      if (token.map && token.type !== 'inline') token.attrSet('data-line', String(token.map[0]));
    }
  });
  return (text) => {
    const html = markdown.render(text);
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    morphdom(root, body, {
      childrenOnly: true,
      onBeforeElUpdated: (from, to) => !from.isEqualNode(to),
    });
  };
}

function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no ${id}`);
  return element;
}

window.measurePreview = (text, rounds) => {
  const ours = part('ours');
  ours.replaceChildren();
  const renderer = createIncrementalRenderer({ flavour: 'gfm-cjk' });
  const page = createPageSections(
    ours,
    { document, imageAddress: () => undefined },
    (problem) => problem,
  );
  renderer.reset(text);
  page.apply(renderer.render(), true);

  const theirs = part('theirs');
  theirs.replaceChildren();
  const show = createPeer(theirs);
  show(text);
  if (ours.querySelectorAll('h2').length !== theirs.querySelectorAll('h2').length) {
    throw new Error('the two pages differ: nothing would be compared');
  }

  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const own = timeKeys(text, keyPlaces, (edit) => {
      renderer.edit([edit]);
      page.apply(renderer.render(), false);
    });
    let typed = text;
    const other = timeKeys(text, keyPlaces, (edit) => {
      typed = applyEdits(typed, [edit]);
      show(typed);
    });
    times.ours.push(...meansOf([own]));
    times.theirs.push(...meansOf([other]));
  }
  return times;
};

document.body.dataset.ready = 'true';
