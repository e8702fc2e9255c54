import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  closeHoverTooltips,
  type Command,
  type EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from '@codemirror/view';
import { nearestImage } from '#core/lint/nearest-image';
import { nearestName } from '#core/lint/nearest-name';
import { completionMessages } from '#core/messages/completion';
import { translate } from '#core/messages/messages';
import { editorContext } from './editor-context.ts';
import { imageFacts } from './image-facts.ts';
import { namedAt, type NamedThing } from './link-at.ts';
import { severityMark } from './icon-element.ts';

const HOVER_DELAY_MS = 300;

/** What the card says of a named thing; names of guides and files are shown as text only. */
interface CardContent {
  readonly missing: boolean;
  readonly title: string;
  readonly detail: string;
  readonly code: string;
  /** Address of a picture in this window. */
  readonly picture: string | undefined;
}

async function describe(state: EditorState, named: NamedThing): Promise<CardContent> {
  const { knowledge, locale } = state.facet(editorContext);
  const say = (key: keyof typeof completionMessages.ja, values?: Record<string, string>): string =>
    translate(completionMessages, locale, key, values);
  const near = (name: string | undefined): string =>
    name === undefined ? '' : say('nearest', { name });
  const { name } = named;
  const base = { missing: false, detail: '', code: name, picture: undefined };
  if (named.kind === 'external') return { ...base, title: say('webPage'), code: name };
  if (named.kind === 'image') {
    const images = await knowledge.images();
    const image = images.find(({ sitePath }) => sitePath === name);
    if (!image) {
      const paths = images.map(({ sitePath }) => sitePath);
      const detail = near(nearestImage(name, paths));
      return { ...base, missing: true, title: say('noImage', { address: name }), detail, code: '' };
    }
    const title = name.slice(name.lastIndexOf('/') + 1);
    const picture = knowledge.imageAddress(name);
    return { ...base, title, detail: imageFacts(image), picture };
  }
  const entry = named.path === undefined ? undefined : knowledge.entries().get(named.path);
  if (!entry) {
    const keys = [...knowledge.entries().values()].map((one) => knowledge.keyOf(one, named.field));
    const wanted = name.replace(/^\/guides\/|(?:\.html)?\/?$/g, '');
    const detail = near(
      nearestName(
        wanted,
        keys.filter((key) => key !== ''),
      ),
    );
    return { ...base, missing: true, title: say('noGuide', { address: wanted }), detail, code: '' };
  }
  const picture = entry.thumbnail === '' ? undefined : knowledge.imageAddress(entry.thumbnail);
  const code = knowledge.keyOf(entry, named.field) || entry.path;
  if (named.id === undefined || named.id === '') {
    return { missing: false, title: entry.name, detail: entry.title, code, picture };
  }
  const heading = (await knowledge.headingsOf(entry.path)).find(({ id }) => id === named.id);
  if (!heading) {
    const title = say('noHeading', { id: named.id });
    return { missing: true, title, detail: entry.name, code, picture: undefined };
  }
  return { missing: false, title: heading.text, detail: entry.name, code, picture };
}

function element(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

function card(view: EditorView, named: NamedThing, content: CardContent): HTMLElement {
  const { locale, knowledge } = view.state.facet(editorContext);
  const say = (key: keyof typeof completionMessages.ja): string =>
    translate(completionMessages, locale, key);
  const words = element('div', 'linkcard-words', element('strong', 'clip', content.title));
  if (content.detail !== '') words.append(element('span', 'linkcard-detail', content.detail));
  if (content.code !== '') words.append(element('code', 'clip', content.code));
  const dom = element('div', content.missing ? 'cm-link-card missing' : 'cm-link-card');
  dom.setAttribute('role', 'dialog');
  dom.setAttribute('aria-label', say('card'));
  if (content.missing) dom.append(severityMark('warning'));
  else if (content.picture !== undefined) {
    const picture = document.createElement('img');
    picture.src = content.picture;
    picture.alt = '';
    // A broken frame says nothing that the card does not.
    picture.addEventListener('error', () => picture.remove());
    dom.append(picture);
  }
  dom.append(words);
  if (!content.missing) {
    const open = document.createElement('button');
    open.type = 'button';
    open.className = 'btn small';
    open.textContent = say(named.kind === 'image' ? 'showImage' : 'open');
    open.title = say('openKey');
    open.addEventListener('click', () => {
      view.dispatch({ effects: [showLinkCard.of(null), closeHoverTooltips] });
      knowledge.goTo(named);
    });
    dom.append(open);
  }
  return dom;
}

async function tooltipAt(view: EditorView, at: number, byKey: boolean): Promise<Tooltip | null> {
  const named = namedAt(view.state, at);
  if (!named) return null;
  const { doc } = view.state;
  const content = await describe(view.state, named);
  // A text that has changed meanwhile has the name elsewhere, or no longer.
  if (view.state.doc !== doc) return null;
  return {
    pos: named.from,
    end: named.to,
    above: true,
    create(shown) {
      const dom = card(shown, named, content);
      dom.addEventListener('keydown', (event) => {
        if (event.isComposing || event.key !== 'Escape') return;
        event.preventDefault();
        shown.dispatch({ effects: showLinkCard.of(null) });
        shown.focus();
      });
      return { dom, mount: () => byKey && dom.querySelector('button')?.focus() };
    },
  };
}

const showLinkCard = StateEffect.define<Tooltip | null>();

const cardField = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects) if (effect.is(showLinkCard)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

/** Shows where the name at the caret leads, with the focus on its button; nothing while a word is composed. */
export const openLinkCard: Command = (view) => {
  const { head } = view.state.selection.main;
  if (view.compositionStarted || !namedAt(view.state, head)) return false;
  void tooltipAt(view, head, true).then((tooltip) => {
    if (tooltip && !view.compositionStarted) {
      view.dispatch({ effects: [closeHoverTooltips, showLinkCard.of(tooltip)] });
    }
  });
  return true;
};

/** The card of a related guide, a link or an image under the pointer; below the card of a finding where both are. */
export function linkCard(): Extension {
  return [
    cardField,
    hoverTooltip(
      (view, at) =>
        view.composing || view.state.field(cardField) !== null ? null : tooltipAt(view, at, false),
      { hoverTime: HOVER_DELAY_MS, hideOnChange: true },
    ),
    keymap.of([
      {
        key: 'Escape',
        run(view) {
          if (view.state.field(cardField) === null) return false;
          view.dispatch({ effects: showLinkCard.of(null) });
          return true;
        },
      },
    ]),
  ];
}
