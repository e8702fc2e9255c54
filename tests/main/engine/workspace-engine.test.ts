import { pngImage } from '../../support/images.ts';
import { describe, expect, it } from 'vitest';
import { guide, marksOf, openEngine } from './engine-fixtures.ts';

const codes = (engine: Awaited<ReturnType<typeof openEngine>>['engine'], path: string) =>
  engine.store.findings(path).map(({ code }) => code);

describe('opening a folder', () => {
  it('[P7] sends the list before anything is checked, then the findings', async () => {
    const { heard } = await openEngine({
      'nurse.md': guide({ related_jobs: ['nobody_at_all'] }, '# [完全ガイド] Nurse: 題\n'),
    });

    const first = heard.entries.find(({ upserts }) => upserts.length > 0);
    const last = heard.entries.at(-1);
    expect(first?.upserts[0]).toMatchObject({ name: 'Nurse', slug: 'nurse', kind: 'guide' });
    expect(first?.upserts[0]?.counts.error).toBe(0);
    expect(last?.upserts[0]?.counts.error).toBe(1);
    expect(heard.progress.map(({ phase }) => phase)).toEqual(['scan', 'scan', 'check', 'check']);
    expect(heard.errors).toEqual([]);
  });

  it('[P7] reads more than the first 4 KB where the guide details are longer', async () => {
    const { engine, disk } = await openEngine(
      { 'nurse.md': guide({ note: '長'.repeat(3000), title: '終わりの題' }) },
      { checkAll: false },
    );

    expect(engine.store.catalog.get('nurse.md')?.title).toBe('終わりの題');
    expect(disk.reads.get('nurse.md')).toBe(2);
  });

  it('[P7] checks fields by the default definitions where one guide has slug, title and category', async () => {
    const { engine } = await openEngine({ 'nurse.md': guide({}), 'b.md': '---json\n{}\n---\n' });

    expect(codes(engine, 'nurse.md')).toEqual([]);
    expect(codes(engine, 'b.md').filter((code) => code === 'schema-required')).toHaveLength(9);
  });

  it('[P7] opens documents without guide details without findings about fields', async () => {
    const { engine } = await openEngine({
      'nurse.md': guide({}),
      'README.md': '# 読んでください\n',
    });

    expect(codes(engine, 'README.md')).toEqual([]);
    expect(engine.store.catalog.get('README.md')?.kind).toBe('other');
  });

  it('[F23] reports a file that is not UTF-8 and reads the others', async () => {
    const { engine } = await openEngine({
      'a.md': Buffer.from([0x83, 0x4b, 0x83, 0x43, 0x83, 0x68]),
      'nurse.md': guide({}),
    });

    expect(codes(engine, 'a.md')).toEqual(['not-utf8']);
    expect(codes(engine, 'nurse.md')).toEqual([]);
  });

  it('[P1] counts the byte order mark and both units of CRLF in findings of files', async () => {
    const text = `\ufeff${guide({ slug: 'nurses' })}`.replaceAll('\n', '\r\n');
    const { engine } = await openEngine({ 'nurse.md': text });

    expect(marksOf(text, engine.store.findings('nurse.md'))).toEqual(['slug-file-name "nurses"']);
  });
});

describe('an open guide', () => {
  it('[P5] is checked by its text in the editor, and the findings carry its version', async () => {
    const { engine, heard } = await openEngine({ 'nurse.md': guide({}) });
    const text = guide({});

    engine.openDocument('nurse.md', text, 0);
    const at = text.indexOf('# 仕事');
    engine.changeDocument({
      path: 'nurse.md',
      version: 1,
      changes: [{ from: at, to: at, insert: '**「重点」**の\n\n' }],
    });
    await engine.settled();

    const last = heard.findings.at(-1);
    const now = `${text.slice(0, at)}**「重点」**の\n\n${text.slice(at)}`;
    expect(last).toMatchObject({ path: 'nurse.md', version: 1 });
    expect(marksOf(now, last?.diagnostics ?? [])).toEqual(['cjk-emphasis **「重点」**の']);
  });

  it('[P5] is checked once for a burst of changes', async () => {
    const { engine, heard } = await openEngine({ 'nurse.md': guide({}) });
    engine.openDocument('nurse.md', guide({}), 0);
    await engine.settled();
    const before = heard.findings.length;

    for (let version = 1; version <= 50; version += 1) {
      engine.changeDocument({
        path: 'nurse.md',
        version,
        changes: [{ from: guide({}).length, to: guide({}).length, insert: 'あ' }],
      });
    }
    await engine.settled();

    expect(heard.findings.slice(before).map(({ version }) => version)).toEqual([50]);
  });

  it('[P5] moves findings of the body when only the guide details grow', async () => {
    const text = guide({}, '# 仕事\n\n**「重点」**の\n');
    const { engine, heard } = await openEngine({ 'nurse.md': text });
    engine.openDocument('nurse.md', text, 0);
    await engine.settled();

    const longer = text.replace('"題"', '"長い題"');
    const at = text.indexOf('"題"') + 1;
    engine.changeDocument({
      path: 'nurse.md',
      version: 1,
      changes: [{ from: at, to: at, insert: '長い' }],
    });
    await engine.settled();

    const [finding] = heard.findings.at(-1)?.diagnostics ?? [];
    expect(marksOf(longer, finding ? [finding] : [])).toEqual(['cjk-emphasis **「重点」**の']);
    const edit = finding?.fixes?.[0]?.edits[0];
    expect(longer.slice(edit?.from, edit?.to)).toContain('「');
  });

  it('[P7] changes the findings of the guides that name it, and of no other', async () => {
    const { engine, heard, disk } = await openEngine({
      'nurse.md': guide({}),
      'a.md': guide({ slug: 'a', related_jobs: ['nurse'] }),
      'b.md': guide({ slug: 'b' }),
    });
    const text = guide({});
    engine.openDocument('nurse.md', text, 0);
    await engine.settled();
    heard.findings.length = 0;
    disk.reads.clear();

    const at = text.indexOf('"nurse"');
    engine.changeDocument({
      path: 'nurse.md',
      version: 1,
      changes: [{ from: at + 1, to: at + 6, insert: 'kango' }],
    });
    await engine.settled();

    expect(heard.findings.map(({ path }) => path).sort()).toEqual(['a.md', 'nurse.md']);
    expect(codes(engine, 'a.md')).toEqual(['relation-dangling']);
    expect(disk.reads.size).toBe(0);
  });

  it('[P2] counts as on disk again when it is closed', async () => {
    const { engine } = await openEngine({ 'nurse.md': guide({}) });
    engine.openDocument('nurse.md', guide({ slug: 'other' }), 0);
    await engine.settled();
    expect(codes(engine, 'nurse.md')).toEqual(['slug-file-name']);

    engine.closeDocument('nurse.md');
    await engine.settled();

    expect(codes(engine, 'nurse.md')).toEqual([]);
  });
});

describe('changes on disk', () => {
  it('[P7] checks a changed file again and tells of one that is gone', async () => {
    const { engine, disk, heard } = await openEngine({
      'nurse.md': guide({}),
      'a.md': guide({ slug: 'a', related_jobs: ['nurse'] }),
    });

    disk.contents.delete('nurse.md');
    engine.filesChanged(['nurse.md']);
    await engine.settled();

    expect(heard.entries.at(-1)?.removes).toEqual(['nurse.md']);
    expect(codes(engine, 'a.md')).toEqual(['relation-dangling']);
  });

  it('[P7] reads the configuration again when it changes, and checks everything by it', async () => {
    const { engine, disk, heard } = await openEngine({
      'nurse.md': guide({ slug: 'nurses' }),
    });
    expect(codes(engine, 'nurse.md')).toEqual(['slug-file-name']);

    disk.contents.set('.shirube/config.json', '{ "rules": { "slug-file-name": "off" } }');
    engine.filesChanged(['.shirube/config.json']);
    await engine.settled();

    expect(codes(engine, 'nurse.md')).toEqual([]);
    expect(heard.infos.at(-1)?.config.rules).toEqual({ 'slug-file-name': 'off' });
  });

  it('[P7] finds an image that has come, and misses one that has gone', async () => {
    const { engine, disk } = await openEngine({
      'nurse.md': guide({ thumbnail: '/static/img/new.png' }),
    });
    expect(codes(engine, 'nurse.md')).toEqual(['image-missing']);

    disk.contents.set('static/img/new.png', pngImage());
    disk.contents.delete('static/img/a.png');
    engine.filesChanged(['static/img/new.png', 'static/img/a.png']);
    await engine.settled();

    const [finding] = engine.store.findings('nurse.md');
    expect(finding?.pointer).toBe('/hero_image');
  });

  it('[P7] reads a folder whole where that is all the system tells', async () => {
    const { engine, disk } = await openEngine({ 'nurse.md': guide({}) });

    disk.contents.set('more/a.md', guide({ slug: 'a' }));
    engine.filesChanged(['more']);
    await engine.settled();

    expect(engine.store.paths()).toEqual(['more/a.md', 'nurse.md']);
  });

  it('[P7] checks nothing again that has not changed when looking at everything', async () => {
    const { engine, disk, heard } = await openEngine({
      'nurse.md': guide({ slug: 'nurses' }),
      'a.md': guide({ slug: 'a' }),
    });
    heard.findings.length = 0;
    heard.progress.length = 0;
    disk.contents.set('a.md', guide({ slug: 'b' }));

    engine.rescan();
    await engine.settled();

    expect(heard.findings.map(({ path }) => path)).toEqual(['a.md']);
    expect(heard.progress).toEqual([]);
  });
});

describe('the command line and the export', () => {
  it('[P8] get the same findings for the bytes of a file as the window for the file', async () => {
    const text = guide({ slug: 'x', related_jobs: ['nowhere_at_all'] }, '## 2️⃣ 仕事\n');
    const { engine } = await openEngine({ 'nurse.md': text });

    const checked = engine.checkBytes('nurse.md', Buffer.from(text));

    expect(checked.diagnostics).toEqual(engine.store.findings('nurse.md'));
    expect(checked.diagnostics.length).toBeGreaterThan(2);
    expect(checked.images).toEqual(['/static/img/a.png']);
  });
});

describe('accepted findings', () => {
  it('[P5] leave and come back with allow.json, while the folder is open', async () => {
    const text = '# 題\n\n本文は**「重点」**です\n';
    const { engine, disk } = await openEngine({ 'a.md': text, '.shirube/config.json': '{}' });
    const codes = (): readonly string[] => engine.store.findings('a.md').map(({ code }) => code);
    expect(codes()).toEqual(['cjk-emphasis']);
    const [finding] = engine.store.findings('a.md');

    const entry = { path: 'a.md', code: 'cjk-emphasis', text: finding?.anchor };
    const accepted = [{ ...entry, reason: '引用のまま', by: '編集部', at: '2026-11-25' }];
    disk.contents.set('.shirube/allow.json', JSON.stringify({ accepted }));
    engine.filesChanged(['.shirube/allow.json']);
    await engine.settled();
    expect(codes()).toEqual([]);

    disk.contents.delete('.shirube/allow.json');
    engine.filesChanged(['.shirube/allow.json']);
    await engine.settled();
    expect(codes()).toEqual(['cjk-emphasis']);
  });

  it('[P7] a guide is told that another names it, and told again when that is over', async () => {
    const a = guide({ slug: 'a', related_jobs: ['b'] });
    const { engine } = await openEngine({ 'a.md': a, 'b.md': guide({ slug: 'b' }) });
    const codes = (): readonly string[] => engine.store.findings('b.md').map(({ code }) => code);
    expect(codes()).toEqual(['relation-one-way']);

    engine.openDocument('a.md', a.replace('"b"', ''), 0);
    await engine.settled();
    expect(codes()).toEqual([]);
  });
});
