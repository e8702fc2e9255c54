import { describe, expect, it, vi } from 'vitest';
import { goToDefinition } from '../../../../src-renderer/editor/definition.ts';
import type { GuideKnowledge } from '../../../../src-renderer/editor/guide-knowledge.ts';
import { namedAt, type NamedThing } from '../../../../src-renderer/editor/link-at.ts';
import { openLinkCard } from '../../../../src-renderer/editor/link-card.ts';
import { folder, openManuscript } from './open-manuscript.ts';

const guide = (fields: string): string => `---json\n{\n${fields}\n}\n---\n# 題\n`;

function followed(marked: string): { went: NamedThing[]; run: () => boolean } {
  const went: NamedThing[] = [];
  const knowledge: GuideKnowledge = folder({ goTo: (named) => void went.push(named) });
  const { view } = openManuscript(marked, knowledge);
  return { went, run: () => goToDefinition(view) };
}

describe('following a name', () => {
  it.each([
    ['[看|護](/guides/nurse/)\n', { kind: 'guide', path: 'guides/nurse.md', id: undefined }],
    ['[看護](/guides/nu|rse/#学び方)\n', { kind: 'guide', path: 'guides/nurse.md', id: '学び方' }],
    ['[看護](nurse.md#%E5%AD%A6|)\n', { kind: 'guide', path: 'guides/nurse.md', id: '学' }],
    ['[ここ](#章|)\n', { kind: 'guide', path: 'guides/cloud_engineer.md', id: '章' }],
    ['[なし](/guides/go|ne/)\n', { kind: 'guide', path: undefined }],
    ['![絵](/static/img/nur|se.png)\n', { kind: 'image', name: '/static/img/nurse.png' }],
    ['[外](https://exam|ple.com/a)\n', { kind: 'external', name: 'https://example.com/a' }],
    ['見る https://exam|ple.com/。\n', { kind: 'external', name: 'https://example.com/' }],
    ['[a]: /guides/nu|rse/\n', { kind: 'guide', path: 'guides/nurse.md' }],
    [guide('  "related_jobs": ["nu|rse"]'), { kind: 'guide', path: 'guides/nurse.md' }],
    [guide('  "thumbnail": "/static/|a.png"'), { kind: 'image', name: '/static/a.png' }],
  ] as const)('at the caret of %j goes to %j', (marked, expected) => {
    const { went, run } = followed(marked);
    expect(run()).toBe(true);
    expect(went).toMatchObject([expected]);
  });

  it.each([
    '本|文\n',
    '[x](javascript:al|ert)\n',
    '[x](/guides/%E0%A4%A|)\n',
    guide('  "title": "nu|rse"'),
  ])('goes nowhere from %j', (marked) => {
    const { went } = followed(marked);
    expect(went).toEqual([]);
    expect(namedAt(openManuscript(marked).view.state, marked.indexOf('|'))?.kind).not.toBe(
      'external',
    );
  });

  it('[P9] does nothing while a word is composed', () => {
    const went: NamedThing[] = [];
    const { view } = openManuscript(
      '[看|護](/guides/nurse/)\n',
      folder({ goTo: (one) => void went.push(one) }),
    );
    view.contentDOM.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    expect(goToDefinition(view)).toBe(false);
    expect(went).toEqual([]);
  });
});

describe('the card of a name', () => {
  async function card(marked: string): Promise<HTMLElement> {
    const { view } = openManuscript(marked);
    expect(openLinkCard(view)).toBe(true);
    return vi.waitFor(() => {
      const found = view.dom.querySelector<HTMLElement>('.cm-link-card');
      if (!found) throw new Error('no card');
      return found;
    });
  }

  it.each([['[看|護](/guides/nurse/)\n', 'NurseいのちにカンゴX']])(
    'of a guide says its name, title and URL name',
    async (marked) => {
      const shown = await card(marked);
      expect(shown.querySelector('strong')?.textContent).toBe('Nurse');
      expect(shown.textContent).toContain('いのちに寄り添うカンゴの仕事');
      expect(shown.querySelector('code')?.textContent).toBe('nurse');
    },
  );

  it('of a heading says the heading and its guide', async () => {
    const shown = await card('[看|護](/guides/nurse/#主な仕事内容)\n');
    expect(shown.querySelector('strong')?.textContent).toBe('主な仕事内容');
    expect(shown.textContent).toContain('Nurse');
  });

  it('of an image says its size and weight', async () => {
    const shown = await card('![絵](/static/img/nur|se.png)\n');
    expect(shown.textContent).toContain('640 × 360 · 48 KB');
  });

  it('of what is not there says so, with the nearest name', async () => {
    const gone = await card('[x](/guides/nuese|/)\n');
    expect(gone.classList.contains('missing')).toBe(true);
    expect(gone.textContent).toBe('「nuese」というガイドはありません近い名前: nurse');
    const image = await card('![x](/static/img/nuse|.png)\n');
    expect(image.textContent).toContain('近い名前: /static/img/nurse.png');
  });

  it('[T10] shows names of guides as text, never as markup', async () => {
    const { view } = openManuscript('[<img src=x onerror=alert(1)>](/guides/go|ne<b>/)\n');
    openLinkCard(view);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(view.dom.querySelector('.cm-link-card b, .cm-link-card img')).toBe(null);
  });
});
