import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  replaceAll,
  replaceNext,
  type SearchQuery,
  setSearchQuery,
} from '@codemirror/search';
import type { EditorState } from '@codemirror/state';
import { type EditorView, type Panel, runScopeHandlers } from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { translate } from '#core/messages/messages';
import type { TextRange } from '#core/text/folded-text';
import { type PatternFault, patternFault } from '#core/text/text-search';
import { useFindStore } from '../stores/find-store.ts';
import { editorContext } from './editor-context.ts';
import { AuthorQuery } from './folded-query.ts';
import { createMatchCount, mostCounted } from './match-count.ts';
import { glyph, input, press, row } from './search-controls.ts';
import './search-panel.css';

type Key = keyof typeof editorMessages.ja;
type Toggle = 'caseSensitive' | 'wholeWord' | 'loose' | 'regexp';

/** How long typing must pause before places are counted again, in milliseconds. */
const pauseMs = 150;
/** The longest selection that is taken over as what to look for, in UTF-16 units. */
const longestSelection = 200;

/** Opens the bar that finds, with the selection as what to look for; `replace` shows its second row. */
export function openFind(replace: boolean): (view: EditorView) => boolean {
  return (view) => {
    if (view.compositionStarted) return false;
    const { from, to } = view.state.selection.main;
    const selected = to - from <= longestSelection ? view.state.sliceDoc(from, to) : '';
    const before = getSearchQuery(view.state);
    if (replace) useFindStore.setState({ replaceShown: true });
    openSearchPanel(view);
    const query = selected === '' || selected.includes('\n') ? before.search : selected;
    view.dispatch({ effects: setSearchQuery.of(queryOf(query, before.replace)) });
    const [find, replacement] = view.dom.querySelectorAll<HTMLInputElement>('.findbar input');
    const field = replace && query !== '' && !view.state.readOnly ? replacement : find;
    field?.focus();
    field?.select();
    return true;
  };
}

function queryOf(query: string, replace: string): AuthorQuery {
  const { caseSensitive, wholeWord, regexp, loose } = useFindStore.getState();
  return new AuthorQuery({ query, replace, caseSensitive, wholeWord, regexp, loose });
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

  const find = input(text('find'));
  find.setAttribute('main-field', 'true');
  const replacement = input(text('replaceWith'));
  const toggles = new Map<Toggle, HTMLButtonElement>();
  const count = document.createElement('span');
  count.className = 'findcount';
  const problem = document.createElement('p');
  problem.className = 'findfault';
  problem.setAttribute('role', 'alert');
  problem.hidden = true;

  const counter = createMatchCount();
  /** The query that the fields stand for; CodeMirror has it once it is known to be harmless. */
  let own: AuthorQuery | undefined;
  let isKnown = false;
  let matches: readonly TextRange[] | undefined;
  /** Queries that this bar gave to CodeMirror; any other comes from elsewhere. */
  const given = new WeakSet<SearchQuery>();
  let afterTrial: (() => void) | undefined;

  const showFault = (fault: PatternFault | undefined): void => {
    problem.hidden = fault === undefined;
    problem.textContent = fault === undefined ? '' : text(fault === 'slow' ? 'slow' : 'syntax');
    find.toggleAttribute('aria-invalid', fault !== undefined);
  };
  const showCount = (state: EditorState): void => {
    if (!matches) return;
    const { from, to } = state.selection.main;
    const none = own !== undefined && own.search !== '' && matches.length === 0;
    count.classList.toggle('none', none);
    if (!own || own.search === '') count.textContent = '';
    else if (none) count.textContent = text('noMatches');
    else if (matches.length > mostCounted) count.textContent = `${mostCounted}+`;
    else {
      const index = matches.findIndex((match) => match.from === from && match.to === to) + 1;
      count.textContent = text('place', { index: index || '–', count: matches.length });
    }
  };
  const use = (query: AuthorQuery): void => {
    if (getSearchQuery(view.state) === query) return;
    given.add(query);
    view.dispatch({ effects: setSearchQuery.of(query) });
  };
  /** Takes a regular expression out of use, so that it is not run for what is in sight. */
  const refuse = (fault: PatternFault): void => {
    isKnown = false;
    afterTrial = undefined;
    matches = undefined;
    count.textContent = '';
    showFault(fault);
    if (own) use(queryOf('', own.replace));
  };
  const countSoon = (delayMs: number): void => {
    if (!own || own.search === '') return;
    const query = own;
    counter.count(
      () => view.state,
      query,
      delayMs,
      (counted) => {
        if (typeof counted === 'string') {
          refuse(counted);
          return;
        }
        matches = counted;
        isKnown = true;
        use(query);
        showFault(undefined);
        showCount(view.state);
        afterTrial?.();
        afterTrial = undefined;
      },
    );
  };
  const commit = (): void => {
    const query = queryOf(find.value, replacement.value);
    if (own?.eq(query)) return;
    const isOther = own?.search !== query.search || own.regexp !== query.regexp;
    own = query;
    counter.cancel();
    const fault = query.regexp ? patternFault(query.search) : undefined;
    if (fault) {
      refuse(fault);
      return;
    }
    showFault(undefined);
    if (query.search === '') {
      isKnown = true;
      matches = [];
      use(query);
      showCount(view.state);
      return;
    }
    isKnown = !query.regexp || (isKnown && !isOther);
    if (isKnown) use(query);
    countSoon(0);
  };
  const run = (command: (target: EditorView) => boolean): void => {
    if (view.compositionStarted) return;
    commit();
    if (isKnown) command(view);
    else if (problem.hidden) afterTrial = () => command(view);
  };

  const toggle = (name: Toggle, label: string, key: Key): HTMLButtonElement => {
    const button = press('ghost toggle', label, () => {
      if (button.getAttribute('aria-disabled') === 'true') return;
      useFindStore.setState((before) => ({ [name]: !before[name] }));
      commit();
    });
    button.classList.toggle('word', name === 'wholeWord');
    toggles.set(name, named(button, key));
    return button;
  };
  const second = row(
    'findrow second',
    replacement,
    press('small', text('replace'), () => run(replaceNext)),
    press('small', text('replaceAll'), () => run(replaceAll)),
  );
  const unfold = icon('unfold', 'showReplace', () => {
    useFindStore.setState(({ replaceShown }) => ({ replaceShown: !replaceShown }));
    if (!second.hidden) replacement.focus();
  });
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
      icon('previous', 'previous', () => run(findPrevious), 'Shift+Enter'),
      icon('next', 'next', () => run(findNext), 'Enter'),
      toggle('caseSensitive', 'Aa', 'matchCase'),
      toggle('wholeWord', 'ab', 'byWord'),
      toggle('loose', 'あア', 'loose'),
      toggle('regexp', '.*', 'regexp'),
      spare,
      icon('close', 'close', () => closeSearchPanel(view), 'Esc'),
    ),
    problem,
    second,
  );
  for (const field of [find, replacement]) {
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
      run(event.shiftKey ? findPrevious : findNext);
    } else if (event.key === 'Enter' && event.target === replacement) {
      event.preventDefault();
      run(replaceNext);
    }
  });

  /** Shows how things are looked for, which is the same for all guides of the window. */
  const showOptions = (): void => {
    const options = useFindStore.getState();
    for (const [name, button] of toggles) {
      button.setAttribute('aria-pressed', String(options[name]));
    }
    const loose = toggles.get('loose');
    if (loose) {
      loose.setAttribute('aria-disabled', String(options.regexp));
      loose.dataset.tip = text(options.regexp ? 'looseOff' : 'loose');
    }
    second.hidden = !options.replaceShown || view.state.readOnly;
    unfold.setAttribute('aria-expanded', String(!second.hidden));
    replacement.placeholder = text(options.regexp ? 'replaceWithPattern' : 'replaceWith');
  };
  showOptions();
  const stopOptions = useFindStore.subscribe(showOptions);
  /** Takes over a query that came from elsewhere, in the way things are looked for here. */
  const adopt = (): void => {
    const { search, replace } = getSearchQuery(view.state);
    find.value = search;
    replacement.value = replace;
    commit();
  };
  let isGone = false;
  // The view is still being updated while it makes the bar, or tells it of a query.
  const later = (work: () => void): void =>
    queueMicrotask(() => {
      if (!isGone) work();
    });
  later(adopt);
  return {
    dom,
    top: true,
    mount: () => find.select(),
    update(update) {
      const query = getSearchQuery(update.state);
      if (query !== getSearchQuery(update.startState) && !given.has(query)) later(adopt);
      if (update.docChanged) {
        matches = undefined;
        countSoon(pauseMs);
      } else if (update.selectionSet) {
        showCount(update.state);
      }
    },
    destroy() {
      isGone = true;
      stopOptions();
      counter.dispose();
    },
  };
}
