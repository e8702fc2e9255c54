import { completionStatus } from '@codemirror/autocomplete';
import { describe, expect, it, vi } from 'vitest';
import { askForCompletion } from '../../../../src-renderer/editor/completion/completion.ts';
import { folder, openManuscript } from './open-manuscript.ts';

const settle = (ms = 200): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the address of a link', () => {
  it.each([
    ['[看護](|\n', 'nur', '[看護](/guides/nurse/)|\n'],
    ['[看護](|)\n', 'かんご', '[看護](/guides/nurse/|)\n'],
    ['[a](./x.md) [看護](|)\n', 'nur', '[a](./x.md) [看護](./nurse.md|)\n'],
    ['[a](/guides/x.html) [看護](|)\n', 'nur', '[a](/guides/x.html) [看護](/guides/nurse.html|)\n'],
  ])('of %j completed after %j becomes %j', async (before, typed, after) => {
    const manuscript = openManuscript(before);
    manuscript.type(typed);
    await manuscript.accept();
    expect(manuscript.text()).toBe(after);
  });

  it('leaves out the guide itself and replaces the whole address that is there', async () => {
    const manuscript = openManuscript('[x](/guides/nur|se/) y\n');
    askForCompletion(manuscript.view);
    expect(await manuscript.labels()).toEqual(['Nurse']);
    const other = openManuscript('[x](|) y\n');
    askForCompletion(other.view);
    expect(await other.labels()).toEqual(['Backend Engineer', 'Network Engineer', 'Nurse']);
  });

  it('offers the headings of this guide, and of the one before the sign', async () => {
    const own = openManuscript('[x](|)\n');
    own.type('#');
    expect(await own.labels()).toEqual(['この見出し']);
    const other = openManuscript('[x](/guides/nurse/|)\n');
    other.type('#入門');
    expect(await other.labels()).toEqual(['学び方 (入門)']);
    await other.accept();
    expect(other.text()).toBe('[x](/guides/nurse/#学び方-%28入門%29|)\n');
  });

  it('of an image is an image of the folder, with its size and weight', async () => {
    const manuscript = openManuscript('![絵](|\n');
    manuscript.type('hero');
    const [option] = await manuscript.options();
    expect(option).toMatchObject({
      label: 'cloud_engineer_hero.png',
      detail: '/static/img/',
      aside: '3.0 MB',
    });
    await manuscript.accept('Tab');
    expect(manuscript.text()).toBe('![絵](/static/img/cloud_engineer_hero.png)|\n');
  });
});

describe('a name in brackets', () => {
  it.each([
    ['[|\n', 'ba', '[Backend Engineer](/guides/backend_engineer/)|\n'],
    ['詳しくは[|\n', '[つなが', '詳しくは[Network Engineer](/guides/network_engineer/)|\n'],
    ['[[|]]と\n', 'nurse', '[Nurse](/guides/nurse/)|と\n'],
  ])('of %j becomes a link after %j: %j', async (before, typed, after) => {
    const manuscript = openManuscript(before);
    manuscript.type(typed);
    await manuscript.accept();
    expect(manuscript.text()).toBe(after);
  });

  it.each(['# [|', '- [|', '[^|', '![|', '```\n[|\n```', '[|のガイド](/guides/nurse/)'])(
    'opens nothing in %j',
    async (before) => {
      const manuscript = openManuscript(`${before}\n`);
      manuscript.type(before.startsWith('- ') ? ' ' : 'nu');
      await settle();
      expect(completionStatus(manuscript.view.state)).toBe(null);
    },
  );
});

describe('other places', () => {
  it('a section heading offers what is missing first, with the number that comes next', async () => {
    const manuscript = openManuscript(
      '# [完全ガイド] Cloud: 題\n\n## 1️⃣ Cloud Engineerとは\n\n##|\n\n## 2️⃣ まとめ\n',
    );
    manuscript.type(' ');
    const labels = await manuscript.labels();
    expect(labels[0]).toBe('2️⃣ 主な仕事内容');
    expect(labels.slice(-2)).toEqual(['2️⃣ Cloud Engineerとは', '2️⃣ まとめ']);
    await manuscript.accept();
    expect(manuscript.text()).toContain('\n## 2️⃣ 主な仕事内容|\n');
  });

  it.each([
    ['##|\n', '3', '## 3️⃣ |\n'],
    ['手順 |\n', ':10', '手順 🔟|\n'],
    ['手順 |\n', '：２', '手順 2️⃣|\n'],
  ])('a number in %j after %j becomes a keycap: %j', async (before, typed, after) => {
    const manuscript = openManuscript(before);
    manuscript.type(typed);
    await manuscript.accept();
    expect(manuscript.text()).toBe(after);
  });

  it('a hashtag alone on its line is one of the tags that the list does not have', async () => {
    const manuscript = openManuscript('## 🏷️ #推奨タグ\n`#インフラ`\n|\n');
    manuscript.type('`#');
    expect(await manuscript.labels()).toEqual(['#クラウド', '#看護', '#C"plus"']);
    manuscript.type('くら');
    await vi.waitFor(async () => expect(await manuscript.labels()).toEqual(['#クラウド']));
    await manuscript.accept();
    expect(manuscript.text()).toBe('## 🏷️ #推奨タグ\n`#インフラ`\n`#クラウド`|\n');
  });

  it('a piece of Markdown comes by a slash at the start of a line, with the number that comes next', async () => {
    const manuscript = openManuscript('### 4. 前\n\n|\n');
    manuscript.type('/ばんごう');
    expect(await manuscript.labels()).toEqual(['番号付きの小見出し']);
    await manuscript.accept();
    expect(manuscript.text()).toBe('### 4. 前\n\n### 5. |小見出し|\n\n本文\n\n*   **詳細:** \n\n');
    manuscript.session.undo();
    expect(manuscript.session.text()).toBe('### 4. 前\n\n/ばんごう\n');
  });

  it('nothing opens in prose, in code, or in a text that can only be read', async () => {
    for (const [before, typed] of [
      ['本文|\n', 'です：はい'],
      ['```\n|\n```\n', '[x](nu'],
      ['10|\n', ':3'],
      ['本文|\n', '/'],
    ] as const) {
      const manuscript = openManuscript(before);
      manuscript.type(typed);
      await settle();
      expect([before, completionStatus(manuscript.view.state)]).toEqual([before, null]);
    }
  });

  it('Ctrl+Space offers guides by the word before the caret, and pieces on an empty line', async () => {
    const manuscript = openManuscript('詳しくはカンゴ|\n');
    askForCompletion(manuscript.view);
    expect(await manuscript.labels()).toEqual(['Nurse']);
    await manuscript.accept();
    expect(manuscript.text()).toBe('詳しくは[Nurse](/guides/nurse/)|\n');
    const empty = openManuscript('\n|\n');
    askForCompletion(empty.view);
    expect((await empty.labels()).slice(0, 2)).toEqual(['表（2列）', '表（3列）']);
  });

  it('romaji finds kana', async () => {
    const manuscript = openManuscript('[x](|)\n', folder());
    manuscript.type('tsunagari');
    expect(await manuscript.labels()).toEqual(['Network Engineer']);
  });
});
