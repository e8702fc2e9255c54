import { describe, expect, it } from 'vitest';
import { guide, openEngine } from './engine-fixtures.ts';

type Engine = Awaited<ReturnType<typeof openEngine>>['engine'];

/** A guide of a site with fields of its own; none has slug, title and category at once. */
const post = (fields: Readonly<Record<string, unknown>>, body = '# 記事\n'): string =>
  `---json\n${JSON.stringify(fields, null, 2)}\n---\n${body}`;

const details = (index: number): Readonly<Record<string, unknown>> => ({
  id: `post-${String(index)}`,
  heading: `見出し${String(index)}`,
  cover: `/static/img/a.png`,
  next: `post-${String((index + 1) % 24)}`,
  stars: index % 5,
});

/** Twenty-four posts; `changes` are to the details of single ones. */
const posts = (changes: Readonly<Record<number, object>> = {}): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [
      `post-${String(index)}.md`,
      post({ ...details(index), ...changes[index] }),
    ]),
  );

const found = (engine: Engine, path: string): readonly string[] =>
  engine.store
    .findings(path)
    .map(({ code, severity, pointer }) => `${severity} ${code} ${pointer ?? ''}`);
const widgets = (engine: Engine): readonly string[] =>
  engine.info().fields.map(({ name, widget }) => `${name}: ${widget}`);

describe('a folder whose fields nobody defined', () => {
  it('[P7] is checked and edited by what its guides have in common, read once', async () => {
    const { engine, disk, heard } = await openEngine(posts(), { checkAll: false });

    expect(widgets(engine)).toEqual([
      'id: text',
      'heading: text',
      'cover: image',
      'next: relation',
      'stars: number',
    ]);
    expect(engine.info().fields.find(({ name }) => name === 'next')?.relation).toEqual({
      field: 'id',
    });
    expect(Math.max(...disk.reads.values())).toBeLessThanOrEqual(2);
    expect(heard.errors).toEqual([]);
  });

  it('[P7] warns of what is unusual and never calls it an error', async () => {
    const { engine } = await openEngine(
      posts({
        3: { stars: 'five' },
        4: { id: 'Post 4' },
        5: { next: 'nowhere' },
        6: { cover: '/static/img/gone.png' },
        7: { heading: undefined },
      }),
    );

    expect(found(engine, 'post-3.md')).toEqual([
      'warning relation-dangling /next',
      'warning schema-type /stars',
    ]);
    expect(found(engine, 'post-4.md')).toEqual(['warning schema-pattern /id']);
    expect(found(engine, 'post-5.md')).toEqual(['warning relation-dangling /next']);
    expect(found(engine, 'post-6.md')).toEqual(['warning image-missing /cover']);
    expect(found(engine, 'post-7.md')).toEqual(['warning schema-required /heading']);
    expect(found(engine, 'post-8.md')).toEqual([]);
  });

  it('[P7] leaves an image of the body an error, and a rule that the folder asks for', async () => {
    const { engine } = await openEngine({
      ...posts({ 5: { next: 'nowhere' } }),
      'post-9.md': post(details(9), '# 記事\n\n![図](/static/img/gone.png)\n'),
      '.shirube/config.json': '{ "rules": { "relation-dangling": "error" } }',
    });

    expect(found(engine, 'post-9.md')).toEqual(['error image-missing ']);
    expect(found(engine, 'post-5.md')).toEqual(['error relation-dangling /next']);
  });

  it('[P8] gives the command line the same findings as the window', async () => {
    const files = posts({ 3: { stars: 'five', next: 'nowhere' } });
    const { engine } = await openEngine(files);
    const { engine: other } = await openEngine(files, { checkAll: false });

    for (const [path, text] of Object.entries(files)) {
      const { diagnostics } = other.checkBytes(path, Buffer.from(text));
      expect(diagnostics).toEqual(engine.store.findings(path));
    }
    expect(found(engine, 'post-3.md')).toHaveLength(2);
  });

  it('[P7] asks less of few guides: two say nothing about what all must have', async () => {
    const { engine } = await openEngine({ 'a.md': post({ a: 1 }), 'b.md': post({ b: 'x' }) });

    expect([found(engine, 'a.md'), found(engine, 'b.md')]).toEqual([[], []]);
    expect(engine.info().fields.map(({ name, required }) => [name, required])).toEqual([
      ['a', false],
      ['b', false],
    ]);
  });

  it('[P7] passes over guides whose details are broken', async () => {
    const { engine } = await openEngine({
      ...posts(),
      'broken.md': '---json\n{ "odd": 1,, }\n---\n',
    });

    expect(widgets(engine)).toHaveLength(5);
    expect(found(engine, 'broken.md')).toEqual(['error json-syntax ']);
  });
});

describe('inferred definitions over time', () => {
  it('[P7] follow a file that changes on disk, and only if its details do', async () => {
    const { engine, disk } = await openEngine(posts());
    const path = 'post-0.md';
    disk.reads.clear();

    disk.contents.set(path, post(details(0), '# 別の本文\n'));
    engine.filesChanged([path]);
    await engine.settled();
    expect([...disk.reads]).toEqual([[path, 1]]);

    disk.contents.set(path, post({ ...details(0), extra: true }));
    engine.filesChanged([path]);
    await engine.settled();
    expect(widgets(engine)).toContain('extra: boolean');
    expect(found(engine, path)).toEqual([]);
  });

  it('[P7] are read once for however many changes come one after the other', async () => {
    const { engine, disk } = await openEngine(posts());
    disk.reads.clear();

    for (let index = 0; index < 10; index += 1) {
      disk.contents.set(`post-${String(index)}.md`, post({ ...details(index), stars: 4 }));
      engine.filesChanged([`post-${String(index)}.md`]);
    }
    await engine.settled();

    expect(disk.reads.get('post-20.md')).toBe(1);
  });

  it('[P5] are not read anew while somebody types', async () => {
    const { engine, disk } = await openEngine(posts());
    const text = post(details(0));
    engine.openDocument('post-0.md', text, 0);
    await engine.settled();
    disk.reads.clear();
    const before = engine.info().fields;

    const at = text.indexOf('"id"');
    const changes = [{ from: at, to: at, insert: '"typed": 1, ' }];
    engine.changeDocument({ path: 'post-0.md', version: 1, changes });
    await engine.settled();

    expect(disk.reads.size).toBe(0);
    expect(engine.info().fields).toBe(before);
    expect(found(engine, 'post-0.md')).toEqual(['warning schema-unknown-field /typed']);
  });

  it('[P7] give way to definitions that the folder gets, and to typical guides, and come back', async () => {
    const { engine, disk, heard } = await openEngine(posts({ 3: { stars: 'five' } }));
    const schema = '.shirube/schema/guide.json';

    disk.contents.set(schema, '{ "properties": { "stars": { "type": "integer" } } }');
    engine.filesChanged([schema]);
    await engine.settled();
    expect(found(engine, 'post-3.md')).toContain('error schema-type /stars');
    expect(heard.infos.at(-1)?.fields.map(({ name }) => name)).toEqual(['stars']);

    disk.contents.delete(schema);
    engine.filesChanged([schema]);
    await engine.settled();
    expect(found(engine, 'post-3.md')).toContain('warning schema-type /stars');

    disk.contents.set('nurse.md', guide({}));
    engine.filesChanged(['nurse.md']);
    await engine.settled();
    expect(engine.info().fields).toHaveLength(9);

    disk.contents.delete('nurse.md');
    engine.filesChanged(['nurse.md']);
    await engine.settled();
    expect(widgets(engine)).toHaveLength(5);
  });
});

describe('the list of guides', () => {
  it('[P7] carries a key that only a relation within rows names', async () => {
    const { engine, heard } = await openEngine({
      'a.md': post({ code: 'A', rows: [{ to: 'B' }] }),
      'b.md': post({ code: 'B', rows: [{ to: 'gone' }] }),
      '.shirube/schema/guide.json': JSON.stringify({
        properties: {
          code: { type: 'string' },
          rows: {
            type: 'array',
            items: {
              type: 'object',
              properties: { to: { type: 'string', 'x-relation': { field: 'code' } } },
            },
          },
        },
      }),
    });
    const entries = heard.entries.flatMap(({ upserts }) => upserts);
    expect(entries.findLast(({ path }) => path === 'a.md')?.keys).toEqual({ code: 'A' });
    expect([found(engine, 'a.md'), found(engine, 'b.md')]).toEqual([
      [],
      ['error relation-dangling /rows/0/to'],
    ]);
  });

  it('[P7] carries the values of other fields that relations name, and only then', async () => {
    const { heard } = await openEngine(posts());
    const entries = heard.entries.flatMap(({ upserts }) => upserts);
    expect(entries.findLast(({ path }) => path === 'post-3.md')?.keys).toEqual({ id: 'post-3' });

    const { heard: typical } = await openEngine({ 'nurse.md': guide({}) });
    expect(typical.entries.flatMap(({ upserts }) => upserts)[0]).not.toHaveProperty('keys');
  });
});
