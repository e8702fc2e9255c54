import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { caretMoved, fieldFocused, useFieldTieStore } from '../../../src-renderer/app/field-tie.ts';
import { manuscript } from '../../../src-renderer/app/manuscript.ts';
import { detailsFoldField } from '../../../src-renderer/editor/details-fold.ts';
import { fieldMark } from '../../../src-renderer/editor/field-mark.ts';
import { createManuscriptView } from '../../../src-renderer/editor/manuscript-view.ts';
import type { OpenSession } from '../../../src-renderer/editor/open-session.ts';
import { openText } from '../editor/open-text.ts';

const guide =
  '---json\n{\n  "title": "題",\n  "rank": 1,\n  "tags": ["看護", "夜勤"]\n}\n---\n# 本文\n';

const marked = (session: OpenSession): string | undefined => {
  const mark = fieldMark(session.state);
  return mark && session.slice(mark.from, mark.to);
};

const here = (): string | undefined => useFieldTieStore.getState().here?.pointer;

beforeEach(() => {
  vi.useFakeTimers();
  useFieldTieStore.setState({ here: undefined });
});
afterEach(() => {
  manuscript.view?.destroy();
  manuscript.view = undefined;
  vi.useRealTimers();
});

describe('the field that has the focus in the form', () => {
  it('[P2] has its value marked in the manuscript until it has not', () => {
    const session = openText(guide);
    fieldFocused(session, '/tags/1');
    expect(marked(session)).toBe('"夜勤"');
    fieldFocused(session, '/rank');
    expect(marked(session)).toBe('1');
    fieldFocused(session, undefined);
    expect(marked(session)).toBeUndefined();
    fieldFocused(session, '/not-there');
    expect(marked(session)).toBeUndefined();
  });

  it('[P2] keeps its mark on the value while the form and the text around change', () => {
    const session = openText(guide);
    fieldFocused(session, '/rank');
    const at = guide.indexOf('1');
    session.edit([{ from: at, to: at + 1, insert: '25' }], 'form');
    expect(marked(session)).toBe('25');
    session.edit([{ from: 10, to: 10, insert: '  "new": true,\n' }], 'form');
    expect(marked(session)).toBe('25');
    const end = session.text().indexOf('25') + 2;
    session.edit([{ from: end, to: end, insert: ',\n  "more": null' }], 'form');
    vi.advanceTimersByTime(250);
    expect(marked(session)).toBe('25');
    fieldFocused(session, undefined);
  });

  it('[P2] opens no folded details and moves no caret', () => {
    const session = openText(guide);
    const before = session.state.selection;
    fieldFocused(session, '/title');
    expect(session.state.field(detailsFoldField).folded).toBe(true);
    expect(session.state.selection.eq(before)).toBe(true);
    expect([session.version, session.unsaved]).toEqual([0, false]);
    fieldFocused(session, undefined);
  });

  it('is drawn on its lines and its value in the open details', () => {
    const session = openText(guide);
    const host = document.body.appendChild(document.createElement('div'));
    const nothing = () => undefined;
    const view = { onUpdate: nothing, onScroll: nothing, onCompositionEnd: nothing };
    manuscript.view = createManuscriptView(host, view);
    manuscript.view.show(session);
    manuscript.view.reveal(guide.indexOf('題'), guide.indexOf('題'));
    fieldFocused(session, '/title');
    expect(host.querySelector('.cm-field-value')?.textContent).toBe('"題"');
    expect(host.querySelector('.cm-line.cm-field-line')?.textContent).toBe('  "title": "題",');
    fieldFocused(session, undefined);
    expect(host.querySelector('.cm-field-value, .cm-field-line')).toBeNull();
  });

  it('loses its mark when the caret of the manuscript goes elsewhere', () => {
    const session = openText(guide);
    fieldFocused(session, '/title');
    session.dispatch({ selection: { anchor: guide.indexOf('題') } });
    expect(marked(session)).toBe('"題"');
    session.dispatch({ selection: { anchor: guide.length } });
    expect(marked(session)).toBeUndefined();
    fieldFocused(session, undefined);
  });
});

describe('the caret of the manuscript', () => {
  function withFocus(focused: boolean): void {
    const host = document.body.appendChild(document.createElement('div'));
    const nothing = () => undefined;
    const events = { onUpdate: nothing, onScroll: nothing, onCompositionEnd: nothing };
    manuscript.view = { ...createManuscriptView(host, events), hasFocus: () => focused };
  }

  it('[P2] tells the form which value it is in, once typing pauses', () => {
    withFocus(true);
    const session = openText(guide);
    session.dispatch({ selection: { anchor: guide.indexOf('夜勤') } });
    caretMoved(session);
    vi.advanceTimersByTime(150);
    caretMoved(session);
    vi.advanceTimersByTime(150);
    expect(here()).toBeUndefined();
    vi.advanceTimersByTime(100);
    expect(useFieldTieStore.getState().here).toEqual({ path: 'a.md', pointer: '/tags/1' });
    session.dispatch({ selection: { anchor: guide.indexOf('本文') } });
    caretMoved(session);
    vi.advanceTimersByTime(250);
    expect(here()).toBeUndefined();
  });

  it('tells nothing while the focus is elsewhere, and less than the field that has it', () => {
    withFocus(false);
    const session = openText(guide);
    session.dispatch({ selection: { anchor: guide.indexOf('夜勤') } });
    caretMoved(session);
    vi.advanceTimersByTime(250);
    expect(here()).toBeUndefined();
    useFieldTieStore.setState({ here: { path: 'a.md', pointer: '/tags/1' } });
    fieldFocused(session, '/title');
    expect(here()).toBeUndefined();
    fieldFocused(session, undefined);
  });
});
