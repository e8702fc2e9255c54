import { describe, expect, it } from 'vitest';
import { createGuideNavigation } from '../../../src-main/services/guide-navigation.ts';
import { guide, openEngine } from './engine-fixtures.ts';

async function navigation(files: Readonly<Record<string, string | Uint8Array>>) {
  const { engine, disk } = await openEngine(files);
  const asked = createGuideNavigation({
    store: engine.store,
    files: disk,
    context: engine.context,
    pause: () => Promise.resolve(),
  });
  return { engine, disk, ...asked };
}

const nurse = guide({ slug: 'nurse' });

describe('where a guide is named', () => {
  it('is told by guide, with the line, its text and the field', async () => {
    const body =
      '# 題\n\n詳しくは[看護](/guides/nurse/)と[表](nurse.md#x)へ。\n\n[外](/guides/other/)\n';
    const other = guide({ slug: 'other', related_jobs: ['x', 'nurse'] }, body);
    const { references } = await navigation({ 'nurse.md': nurse, 'other.md': other });

    const found = await references('nurse.md');

    expect(found.map(({ from, to }) => other.slice(from, to))).toEqual([
      '"nurse"',
      '/guides/nurse/',
      'nurse.md',
    ]);
    expect(found[0]).toMatchObject({
      path: 'other.md',
      pointer: '/related_jobs/1',
      text: '"nurse"',
    });
    const line = other.slice(0, found[1]?.from).split('\n').length;
    expect(found.slice(1).map((one) => [one.line, one.text])).toEqual([
      [line, '詳しくは[看護](/guides/nurse/)と[表](nurse.md#x)へ。'],
      [line, '詳しくは[看護](/guides/nurse/)と[表](nurse.md#x)へ。'],
    ]);
  });

  it('[P1] has offsets of the text in an editor, also where the file has a byte order mark and CRLF', async () => {
    const text = guide(
      { slug: 'other', related_jobs: ['nurse'] },
      '# 題\n\n[看護](/guides/nurse/)\n',
    );
    const { references } = await navigation({
      'nurse.md': nurse,
      'other.md': `\ufeff${text.replaceAll('\n', '\r\n')}`,
    });

    const found = await references('nurse.md');

    expect(found.map(({ from, to }) => text.slice(from, to))).toEqual([
      '"nurse"',
      '/guides/nurse/',
    ]);
  });

  it('follows unsaved texts and what changes on disk', async () => {
    const { engine, disk, references } = await navigation({
      'nurse.md': nurse,
      'a.md': guide({ slug: 'a' }),
      'b.md': guide({ slug: 'b', related_jobs: ['nurse'] }),
    });

    engine.openDocument('a.md', guide({ slug: 'a', related_jobs: ['nurse'] }), 0);
    disk.contents.set('b.md', guide({ slug: 'b' }));
    engine.filesChanged(['b.md']);
    await engine.settled();

    expect((await references('nurse.md')).map(({ path }) => path)).toEqual(['a.md']);
  });

  it('is nothing for a guide that nobody names, and not the guide itself', async () => {
    const own = guide({ slug: 'nurse' }, '# 題\n\n[自分](/guides/nurse/)\n');
    const { references } = await navigation({ 'nurse.md': own });

    expect(await references('nurse.md')).toEqual([]);
    expect(await references('gone.md')).toEqual([]);
  });

  it('cuts a long line around the place', async () => {
    const body = `# 題\n\n${'あ'.repeat(5000)}[看護](/guides/nurse/)${'い'.repeat(5000)}\n`;
    const { references } = await navigation({
      'nurse.md': nurse,
      'b.md': guide({ slug: 'b' }, body),
    });

    const [found] = await references('nurse.md');

    expect(found?.text).toMatch(/^…あ+\[看護\]\(\/guides\/nurse\/\)い+…$/);
    expect(found?.text.length).toBeLessThan(250);
  });
});

describe('the headings of a guide', () => {
  it('have offsets of the text in an editor, saved or not', async () => {
    const text = guide({ slug: 'nurse' }, '# 題\n\n## 1️⃣ 仕事\n\n## 1️⃣ 仕事\n');
    const { engine, headings } = await navigation({
      'nurse.md': `\ufeff${text.replaceAll('\n', '\r\n')}`,
    });

    const onDisk = await headings('nurse.md');
    engine.openDocument('nurse.md', '# 題\n\n## 新しい章\n', 0);
    const open = await headings('nurse.md');

    expect(onDisk.map(({ id, text: said, level }) => [id, said, level])).toEqual([
      ['題', '題', 1],
      ['1️⃣-仕事', '1️⃣ 仕事', 2],
      ['1️⃣-仕事-1', '1️⃣ 仕事', 2],
    ]);
    expect(onDisk.map(({ from }) => text.slice(from, from + 3))).toEqual(['# 題', '## ', '## ']);
    expect(open.map(({ id }) => id)).toEqual(['題', '新しい章']);
    expect(await headings('gone.md')).toEqual([]);
  });
});
