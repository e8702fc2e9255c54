import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import type { EditorState } from '@codemirror/state';
import { type EditorView, type Panel, runScopeHandlers } from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { translate } from '#core/messages/messages';
import { editorContext } from './editor-context.ts';
import './search-panel.css';

type Key = keyof typeof editorMessages.ja;
type Toggle = 'caseSensitive' | 'wholeWord' | 'regexp';

/** More matches than this are not counted: the number would say nothing, and each key would wait for it. */
const MOST_COUNTED = 999;

function press(className: string, content: Node | string, onPress: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `btn ${className}`;
  button.append(content);
  button.addEventListener('click', onPress);
  return button;
}

function glyph(name: string): HTMLElement {
  const mark = document.createElement('span');
  mark.className = `glyph ${name}`;
  return mark;
}

function row(className: string, ...children: Node[]): HTMLDivElement {
  const line = document.createElement('div');
  line.className = className;
  line.append(...children);
  return line;
}

function input(): HTMLInputElement {
  const field = document.createElement('input');
  field.type = 'text';
  field.className = 'input';
  field.lang = 'ja';
  field.spellcheck = false;
  return field;
}

/** Which match holds the selection (0 for none) and how many there are, at most one over the counted. */
function countMatches(state: EditorState, query: SearchQuery): { at: number; count: number } {
  const { from, to } = state.selection.main;
  const matches = query.getCursor(state);
  let [at, count] = [0, 0];
  for (let next = matches.next(); !next.done && count <= MOST_COUNTED; next = matches.next()) {
    count += 1;
    if (next.value.from === from && next.value.to === to) at = count;
  }
  return { at, count };
}

/** The bar over the manuscript that finds, and on request replaces, with the count of what it found. */
export function searchPanel(view: EditorView): Panel {
  const { locale } = view.state.facet(editorContext);
  const text = (key: Key, values?: Record<string, number | string>) =>
    translate(editorMessages, locale, key, values);
  const named = (button: HTMLButtonElement, key: Key, hint = '') => {
    button.setAttribute('aria-label', text(key));
    button.dataset.tip = hint === '' ? text(key) : `${text(key)} (${hint})`;
    return button;
  };
  const icon = (name: string, key: Key, onPress: () => void, hint = '') =>
    named(press('ghost icon-only', glyph(name), onPress), key, hint);

  const find = input();
  find.setAttribute('main-field', 'true');
  const replacement = input();
  const options: Record<Toggle, boolean> = {
    caseSensitive: false,
    wholeWord: false,
    regexp: false,
  };
  const toggles = {} as Record<Toggle, HTMLButtonElement>;
  const count = document.createElement('span');
  count.className = 'findcount';

  const commit = (): void => {
    const query = new SearchQuery({
      search: find.value,
      replace: replacement.value,
      literal: true,
      ...options,
    });
    if (!query.eq(getSearchQuery(view.state))) view.dispatch({ effects: setSearchQuery.of(query) });
  };
  const toggle = (name: Toggle, label: string, key: Key): HTMLButtonElement => {
    const button = press(name === 'wholeWord' ? 'ghost toggle word' : 'ghost toggle', label, () => {
      options[name] = !options[name];
      commit();
    });
    toggles[name] = named(button, key);
    return button;
  };
  const second = row(
    'findrow second',
    replacement,
    press('small', text('replace'), () => replaceNext(view)),
    press('small', text('replaceAll'), () => replaceAll(view)),
  );
  second.hidden = true;
  const unfold = icon('unfold', 'showReplace', () => {
    second.hidden = !second.hidden;
    unfold.setAttribute('aria-expanded', String(!second.hidden));
    if (!second.hidden) replacement.focus();
  });
  unfold.setAttribute('aria-expanded', 'false');
  unfold.hidden = view.state.readOnly;
  const spare = document.createElement('span');
  spare.className = 'grow';
  const dom = row(
    'findbar cm-search',
    row(
      'findrow',
      unfold,
      find,
      count,
      icon('previous', 'previous', () => findPrevious(view), 'Shift+Enter'),
      icon('next', 'next', () => findNext(view), 'Enter'),
      toggle('caseSensitive', 'Aa', 'matchCase'),
      toggle('wholeWord', 'ab', 'byWord'),
      toggle('regexp', '.*', 'regexp'),
      spare,
      icon('close', 'close', () => closeSearchPanel(view), 'Esc'),
    ),
    second,
  );
  for (const [field, key] of [
    [find, 'find'],
    [replacement, 'replaceWith'],
  ] as const) {
    field.placeholder = text(key);
    field.setAttribute('aria-label', text(key));
    field.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) commit();
    });
    field.addEventListener('compositionend', commit);
  }
  dom.addEventListener('keydown', (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (runScopeHandlers(view, event, 'search-panel')) {
      event.preventDefault();
    } else if (event.key === 'Enter' && event.target === find) {
      event.preventDefault();
      commit();
      (event.shiftKey ? findPrevious : findNext)(view);
    } else if (event.key === 'Enter' && event.target === replacement) {
      event.preventDefault();
      commit();
      replaceNext(view);
    }
  });

  /** Shows the query in use, which may come from elsewhere, and what it finds. */
  const show = (state: EditorState): void => {
    const query = getSearchQuery(state);
    if (find.value !== query.search) find.value = query.search;
    if (replacement.value !== query.replace) replacement.value = query.replace;
    for (const name of ['caseSensitive', 'wholeWord', 'regexp'] as const) {
      options[name] = query[name];
      toggles[name].setAttribute('aria-pressed', String(query[name]));
    }
    const found = query.valid ? countMatches(state, query) : { at: 0, count: 0 };
    const none = query.search !== '' && found.count === 0;
    count.classList.toggle('none', none);
    if (query.search === '') count.textContent = '';
    else if (none) count.textContent = text('noMatches');
    else if (found.count > MOST_COUNTED) count.textContent = `${MOST_COUNTED}+`;
    else
      count.textContent = text('place', {
        index: found.at === 0 ? '–' : found.at,
        count: found.count,
      });
  };
  show(view.state);
  return {
    dom,
    top: true,
    mount: () => find.select(),
    update(update) {
      const changed = getSearchQuery(update.startState) !== getSearchQuery(update.state);
      if (changed || update.docChanged || update.selectionSet) show(update.state);
    },
  };
}
