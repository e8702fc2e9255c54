import { foldedRanges, foldEffect } from '@codemirror/language';
import type { StateCommand } from '@codemirror/state';
import { afterEach, describe, expect, it } from 'vitest';
import {
  foldAtCaret,
  foldedLines,
  foldLines,
  foldSections,
  unfoldAll,
  unfoldAtCaret,
} from '../../../src-renderer/editor/folding/fold-commands.ts';
import { headingsOf } from '../../../src-renderer/editor/headings/headings.ts';
import { moveSection } from '../../../src-renderer/editor/headings/move-section.ts';
import {
  createManuscriptView,
  type ManuscriptView,
} from '../../../src-renderer/editor/manuscript-view.ts';
import type { OpenSession } from '../../../src-renderer/editor/open-session.ts';
import { openText } from './open-text.ts';

const guide = `---json
{ "slug": "a" }
---
# 題

はじめに。

---

## 1️⃣ 仕事

### 1. 朝

* 項目
    * 中の項目

### 2. 昼

昼の話。

---

## 2️⃣ 学び方

本を読む。
`;

let view: ManuscriptView | undefined;
afterEach(() => {
  view?.destroy();
  view = undefined;
  document.body.replaceChildren();
});

function show(text: string): OpenSession {
  const session = openText(text);
  view = createManuscriptView(document.body, {
    onUpdate: () => undefined,
    onScroll: () => undefined,
    onCompositionEnd: () => undefined,
  });
  view.show(session);
  return session;
}

function run(session: OpenSession, command: StateCommand): boolean {
  return command({ state: session.state, dispatch: (one) => session.dispatch(one) });
}

function hidden(session: OpenSession): string[] {
  const texts: string[] = [];
  foldedRanges(session.state).between(0, session.length, (from, to) => {
    texts.push(session.slice(from, to));
  });
  return texts;
}

function caretAt(session: OpenSession, text: string): void {
  session.dispatch({ selection: { anchor: session.text().indexOf(text) + 1 } });
}

describe('folding', () => {
  it('at the caret folds the smallest item or section, and the caret stays in sight', () => {
    const session = show(guide);
    caretAt(session, '中の項目');
    expect(run(session, foldAtCaret)).toBe(true);
    expect(hidden(session)).toEqual(['\n    * 中の項目']);
    expect(session.state.selection.main.head).toBe(guide.indexOf('\n    * 中の項目'));
    caretAt(session, '昼の話');
    run(session, foldAtCaret);
    expect(hidden(session)[1]).toBe('\n\n昼の話。');
    caretAt(session, '学び方');
    run(session, foldAtCaret);
    expect(hidden(session)[2]).toBe('\n\n本を読む。');
    expect(run(session, unfoldAtCaret)).toBe(true);
    expect(hidden(session)).toHaveLength(2);
    expect(session.text()).toBe(guide);
  });

  it('all leaves the title and the headings of the chapters; the chip says how many lines are hidden', () => {
    const session = show(guide);
    run(session, foldSections);
    const chips = [...document.querySelectorAll('.foldchip')];
    expect(chips.map(({ textContent }) => textContent)).toEqual(['… 9行', '… 2行']);
    expect(chips[0]?.getAttribute('aria-label')).toBe('たたんだ9行を開く');
    expect(document.querySelector('.cm-content')?.textContent).not.toContain('昼の話');
    (chips[0] as HTMLElement).click();
    expect(document.querySelector('.cm-content')?.textContent).toContain('昼の話');
    run(session, unfoldAll);
    expect(hidden(session)).toEqual([]);
    expect(run(session, unfoldAll)).toBe(false);
  });

  it('opens where a caret, a match or an undone change would be hidden', () => {
    const session = openText(guide);
    caretAt(session, '昼の話');
    session.dispatch({ changes: { from: guide.indexOf('の話'), insert: 'ご飯' } });
    const places = [
      () => caretAt(session, 'ご飯'),
      () => session.undo(),
      () => {
        const at = session.text().indexOf('の話');
        session.dispatch({
          selection: { anchor: at, head: session.text().indexOf('。\n\n---\n\n## 2') },
        });
      },
    ];
    for (const go of places) {
      run(session, foldSections);
      expect(hidden(session)).toHaveLength(2);
      go();
      expect(hidden(session)).toEqual(['\n\n本を読む。']);
    }
    run(session, foldSections);
    session.dispatch({ selection: { anchor: 0, head: session.length } });
    expect(hidden(session)).toHaveLength(2);
  });

  it('shows its arrows beside what is folded, and beside what can be while the pointer is there', () => {
    const session = show(guide);
    const arrows = () => document.querySelectorAll('.cm-fold-gutter .cm-icon').length;
    expect(arrows()).toBe(0);
    run(session, foldSections);
    expect(arrows()).toBe(2);
    run(session, unfoldAll);
    const gutters = document.querySelector('.cm-gutters')!;
    gutters.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    // The title, two chapters, two steps and the item.
    expect(arrows()).toBe(6);
    session.dispatch({ changes: { from: session.length, insert: 'あ' } });
    expect(arrows()).toBe(0);
  });

  it('is given back by the lines where it began, as far as they still fold', () => {
    const session = openText(guide);
    run(session, foldSections);
    const lines = foldedLines(session.state);
    const again = openText(guide);
    again.dispatch({ effects: foldLines(again.state, lines) });
    expect(hidden(again)).toEqual(hidden(session));
    const other = openText('# 題\n\n本文\n');
    expect(
      foldLines(other.state, [...lines, { at: 5, lines: 1 }, { at: 10_000, lines: 2 }]),
    ).toEqual([]);
  });

  it('stays where it is when sections move past each other', () => {
    const session = openText(guide);
    run(session, foldSections);
    const before = hidden(session);
    const headings = headingsOf(session.state);
    const move = moveSection(
      session.state,
      headings.findIndex(({ text }) => text === '2️⃣ 学び方'),
      -1,
    );
    if (move.refused === undefined) session.dispatch(move.transaction);
    expect(hidden(session)).toEqual(before.toReversed());
  });

  it('[P1] a fold hides text without changing it', () => {
    const session = show(guide);
    session.dispatch({ effects: foldEffect.of({ from: 0, to: 8 }) });
    expect(session.unsaved).toBe(false);
  });
});
