import type { Root } from 'hast';
import type { OutlineEntry } from '#core/markdown/page-patch';
import { type GuidePage, siteWords } from '#core/markdown/page';
import { createNodes, type DomContext } from './hast-to-dom.ts';
import { morphChildren } from './morph-children.ts';
import { showTemplate } from './page-template-view.ts';

/** The parts of the page around the body. */
export interface PageFrame {
  /** Receives the sections of the body. */
  readonly body: HTMLElement;
  setPage(page: GuidePage): void;
  setOutline(outline: readonly OutlineEntry[]): void;
  /** What the site's template printed; the default page where `undefined`, nothing at all for `waiting`. */
  setTemplate(tree: Root | 'waiting' | undefined): void;
  /** Puts the table of contents where the site has it: after title and lead, before the first chapter. */
  placeOutline(): void;
}

function picture(path: string, className: string, context: DomContext): HTMLElement {
  const box = context.document.createElement('div');
  box.className = className;
  if (path !== '') {
    const image = { type: 'element' as const, tagName: 'img', properties: { src: path, alt: '' } };
    box.append(...createNodes([{ ...image, children: [] }], context));
  }
  return box;
}

function element(document: Document, tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Builds the page's frame inside `root`, in the order that the published page has. */
export function createPageFrame(root: HTMLElement, context: DomContext): PageFrame {
  const { document } = context;
  const before = document.createElement('header');
  const contents = element(document, 'nav', 'contents');
  const body = element(document, 'article', 'body');
  const after = document.createElement('footer');
  contents.hidden = true;
  root.replaceChildren(before, body, after);
  let isDefault = true;
  let page: GuidePage | undefined;

  const placeOutline = (): void => {
    if (!isDefault) return;
    const first = body.querySelector('section.run h2')?.closest('section.run');
    if (!first) body.append(contents);
    else if (contents.nextElementSibling !== first) first.before(contents);
  };

  const showPage = ({ hero, breadcrumb, tags, related }: GuidePage): void => {
    const trail = element(document, 'p', 'crumb', breadcrumb.join(' › '));
    morphChildren(before, [...(hero === '' ? [] : [picture(hero, 'hero', context)]), trail]);
    const parts: HTMLElement[] = [];
    if (tags.length > 0) {
      const list = element(document, 'ul', 'tags');
      list.setAttribute('aria-label', siteWords.tags);
      list.append(...tags.map((tag) => element(document, 'li', 'tag', `#${tag}`)));
      parts.push(list);
    }
    const cards = element(document, 'div', 'cards');
    for (const { slug, name, title, thumbnail } of related) {
      const card = element(document, 'a', 'card');
      card.setAttribute('href', '#');
      card.dataset.slug = slug;
      const words = element(document, 'span', 'card-words');
      words.append(
        element(document, 'span', 'card-name', name),
        element(document, 'span', 'card-title', title),
      );
      card.append(picture(thumbnail, 'card-image', context), words);
      cards.append(card);
    }
    if (related.length > 0) {
      parts.push(element(document, 'h2', 'related-heading', siteWords.related), cards);
    }
    morphChildren(after, parts);
  };

  return {
    body,
    setPage(next) {
      page = next;
      if (isDefault) showPage(next);
    },
    setTemplate(tree) {
      root.toggleAttribute('data-waiting', tree === 'waiting');
      if (tree === 'waiting') return;
      if (tree) {
        // What the default page is made of must not become part of the template's.
        if (isDefault) root.replaceChildren();
        isDefault = false;
        showTemplate(root, tree, { content: body, toc: contents }, context);
      } else if (!isDefault) {
        isDefault = true;
        root.replaceChildren(before, body, after);
        if (page) showPage(page);
        placeOutline();
      }
    },
    setOutline(outline) {
      contents.hidden = outline.length < 2;
      if (contents.hidden) return contents.replaceChildren();
      const list = document.createElement('ol');
      for (const { text, id } of outline) {
        const link = element(document, id === '' ? 'span' : 'a', '', text);
        if (id !== '') link.setAttribute('href', `#${id}`);
        const item = document.createElement('li');
        item.append(link);
        list.append(item);
      }
      const title = element(document, 'p', 'contents-title', siteWords.contents);
      morphChildren(contents, [title, list]);
    },
    placeOutline,
  };
}
