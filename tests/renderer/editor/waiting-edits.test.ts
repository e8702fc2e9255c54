import { afterEach, describe, expect, it } from 'vitest';
import {
  createManuscriptView,
  type ManuscriptView,
} from '../../../src-renderer/editor/manuscript-view.ts';
import { openText } from './open-text.ts';

let manuscript: ManuscriptView | undefined;
afterEach(() => manuscript?.destroy());

/** A guide shown in a view whose input method has begun to compose. */
function composing(text: string) {
  const host = document.body.appendChild(document.createElement('div'));
  let ended = 0;
  manuscript = createManuscriptView(host, {
    onUpdate: () => undefined,
    onScroll: () => undefined,
    onCompositionEnd: () => void (ended += 1),
  });
  const session = openText(text);
  manuscript.show(session);
  const content = host.querySelector('.cm-content')!;
  content.dispatchEvent(new CompositionEvent('compositionstart'));
  let dropped = 0;
  session.onDropped(() => void (dropped += 1));
  const end = async (): Promise<void> => {
    content.dispatchEvent(new CompositionEvent('compositionend'));
    await new Promise((resume) => setTimeout(resume, 5));
  };
  return { session, end, ended: () => ended, dropped: () => dropped };
}

const guide = '---json\n{\n  "title": "題"\n}\n---\n# 本文\n';
const title = guide.indexOf('題');

describe('an edit from the form or a fix while the manuscript composes', () => {
  it.each(['form', 'fix', 'command'] as const)(
    '[F57] of origin %s waits for the end of the composition and moves with its text',
    async (origin) => {
      const { session, end, ended, dropped } = composing(guide);
      session.edit([{ from: title, to: title + 1, insert: '新しい題' }], origin);
      expect(session.text()).toBe(guide);
      session.dispatch({ changes: { from: 0, insert: '変換' } });
      session.dispatch({ changes: { from: session.length, insert: '中' } });
      await end();
      expect(session.text()).toBe(`変換${guide.replace('題', '新しい題')}中`);
      expect([ended(), dropped()]).toEqual([1, 0]);
    },
  );

  it('[F57] is dropped, and said so, where the composition changed the same text', async () => {
    const { session, end, dropped } = composing(guide);
    session.edit([{ from: title, to: title + 1, insert: '新しい題' }], 'form');
    session.dispatch({ changes: { from: title, to: title + 1, insert: '変換' } });
    await end();
    expect(session.text()).toBe(guide.replace('題', '変換'));
    expect(dropped()).toBe(1);
  });

  it('[F57] comes in its turn after those before it', async () => {
    const { session, end } = composing(guide);
    session.edit([{ from: title, to: title + 1, insert: '新しい題' }], 'form');
    session.edit([{ from: session.length, to: session.length, insert: '終' }], 'fix');
    await end();
    expect(session.text()).toBe(`${guide.replace('題', '新しい題')}終`);
    session.undo();
    session.undo();
    expect([session.text(), session.unsaved]).toEqual([guide, false]);
  });

  it('[F57] is made when the guide leaves the view, which ends the composition', () => {
    const { session, ended } = composing(guide);
    session.edit([{ from: title, to: title + 1, insert: '新しい題' }], 'form');
    manuscript?.show(undefined);
    expect(session.text()).toBe(guide.replace('題', '新しい題'));
    expect(ended()).toBe(1);
  });

  it('[P2] is made at once while nothing composes', () => {
    const session = openText(guide);
    session.edit([{ from: title, to: title + 1, insert: 'x' }], 'form');
    expect(session.text()).toBe(guide.replace('題', 'x'));
  });
});
