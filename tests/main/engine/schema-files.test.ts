import { describe, expect, it, vi } from 'vitest';
import { defaultGuideSchema } from '#core/schema/default-schema';
import type * as compileSchema from '#core/schema/compile-schema';
import { guide, openEngine } from './engine-fixtures.ts';

const compiled = vi.hoisted(() => ({ times: 0 }));

vi.mock('#core/schema/compile-schema', async (importOriginal) => {
  const original = await importOriginal<typeof compileSchema>();
  const compileSchemas: typeof original.compileSchemas = (set) => {
    compiled.times += 1;
    return original.compileSchemas(set);
  };
  return { ...original, compileSchemas };
});

const path = '.shirube/schema/guide.json';
const lay = (data: unknown): string => JSON.stringify(data, null, 2);
const codes = (engine: Awaited<ReturnType<typeof openEngine>>['engine'], file: string) =>
  engine.store.findings(file).map(({ code, pointer }) => `${code} ${pointer ?? ''}`.trim());

/** Definitions of two fields, one of which a test spoils. */
const definitions = (spoilt: object, root: object = {}): object => ({
  ...root,
  properties: { stars: { type: 'integer' }, note: { type: 'string', ...spoilt } },
  additionalProperties: true,
});

describe('field definitions of a folder', () => {
  it.each<[string, object, string, string]>([
    [
      'a keyword with a value it cannot have',
      { maxLength: '9' },
      '"9"',
      '「maxLength」に"9"は書けない',
    ],
    ['a kind that does not exist', { type: 'text' }, '"text"', '「type」に"text"は書けない'],
    ['an annotation of another shape', { 'x-width': 9 }, '9', '「x-width」に9は書けない'],
    ['an annotation misspelt', { 'x-helps': 'a' }, '"x-helps"', '「x-helps」という書き方は'],
    ['a reference to nothing', { $ref: '#/$defs/none' }, '"#/$defs/none"', '指すものがない'],
    [
      'a reference elsewhere',
      { $ref: 'http://127.0.0.1:9/x' },
      '"http://127.0.0.1:9/x"',
      '読みに行きません',
    ],
    ['a pattern that is none', { pattern: '(' }, '"("', '文字の並びの決まりとして読めない'],
    [
      'a pattern without end',
      { pattern: '^(x+)+$' },
      '"^(x+)+$"',
      'いつまでも終わらないため、使いません',
    ],
    [
      'another dialect',
      { $schema: 'http://json-schema.org/schema#' },
      '"http://json-schema.org/schema#"',
      '2020-12として',
    ],
  ])(
    '[P7] with %s are used as far as they go, and the place is named',
    async (_, spoilt, mark, words) => {
      const text = lay(definitions(spoilt));
      const { engine, heard } = await openEngine({
        [path]: text,
        'a.md': '---json\n{ "slug": "b", "stars": "many", "note": "x" }\n---\n# 題\n',
      });

      const { problems, fields } = engine.info();
      expect(problems.map((one) => one.path)).toEqual([path]);
      const [problem] = problems;
      expect(text.slice(problem?.diagnostic.from, problem?.diagnostic.to)).toBe(mark);
      expect(problem?.diagnostic.message.ja).toContain(words);
      expect(fields.map(({ name }) => name)).toEqual(['stars', 'note']);
      expect(codes(engine, 'a.md')).toContain('schema-type /stars');
      // Whatever has nothing to do with fields is checked as ever.
      expect(codes(engine, 'a.md')).toContain('slug-file-name /slug');
      expect(heard.errors).toEqual([]);
    },
  );

  it('[P7] with a slip in the JSON are used as far as they can be read', async () => {
    const text = lay(definitions({})).replace('"integer"\n    },', '"integer"\n    }');
    const { engine } = await openEngine({
      [path]: text,
      'a.md': '---json\n{ "stars": "x" }\n---\n',
    });

    expect(engine.info().problems.map(({ diagnostic }) => diagnostic.code)).toEqual([
      'config-syntax',
    ]);
    expect(engine.info().fields.map(({ name }) => name)).toContain('stars');
    expect(codes(engine, 'a.md')).toEqual(['schema-type /stars']);
  });

  it('[P7] that cannot be read at all leave the default ones in force', async () => {
    for (const text of ['{', '[]', '\0']) {
      const { engine } = await openEngine({ [path]: text, 'nurse.md': guide({ tags: 1 }) });
      expect(engine.info().problems).toHaveLength(1);
      expect(engine.info().fields).toHaveLength(9);
      expect(codes(engine, 'nurse.md')).toContain('schema-type /tags');
    }
  });

  it('[P7] may be spread over files that refer to each other', async () => {
    const { engine } = await openEngine({
      [path]: lay({ properties: { stars: { $ref: 'numbers.json#/$defs/stars' } } }),
      '.shirube/schema/numbers.json': lay({ $defs: { stars: { type: 'integer', maximum: 5 } } }),
      'a.md': '---json\n{ "stars": 6 }\n---\n',
    });

    expect(engine.info().problems).toEqual([]);
    expect(engine.info().fields[0]?.widget).toBe('number');
    expect(codes(engine, 'a.md')).toEqual(['schema-maximum /stars']);
  });

  it('[P7] are in force again as soon as they are mended', async () => {
    const { engine, disk } = await openEngine({
      [path]: '{',
      'a.md': '---json\n{ "stars": "x" }\n---\n',
    });
    expect(codes(engine, 'a.md')).not.toContain('schema-type /stars');

    disk.contents.set(path, lay(definitions({})));
    engine.filesChanged([path]);
    await engine.settled();

    expect(engine.info().problems).toEqual([]);
    expect(codes(engine, 'a.md')).toEqual(['schema-type /stars']);
  });

  it('[P5] offer the name that was meant, in groups too, where it is not there yet', async () => {
    const schema = lay({
      properties: {
        author: { properties: { address: { type: 'string' } }, additionalProperties: false },
        address: { type: 'string' },
      },
    });
    const text = '---json\n{ "address": "x", "author": { "adress": "y" } }\n---\n';
    const both = text.replace('{ "adress"', '{ "address": "z", "adress"');
    const { engine } = await openEngine({ [path]: schema, 'a.md': text, 'b.md': both });

    const [finding] = engine.store.findings('a.md');
    expect(finding).toMatchObject({
      code: 'schema-additionalProperties',
      pointer: '/author/adress',
      advice: { en: 'Was it meant to be “address”?' },
    });
    const [edit] = finding?.fixes?.[0]?.edits ?? [];
    expect([text.slice(edit?.from, edit?.to), edit?.insert]).toEqual(['"adress"', '"address"']);
    expect(engine.store.findings('b.md')[0]?.fixes).toBeUndefined();
  });

  it('[P6] are compiled once for a folder, and not for each guide or each check', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `g${String(index)}.md`,
        guide({ slug: `g${String(index)}` }),
      ]),
    );
    const before = compiled.times;
    const { engine } = await openEngine({ ...files, [path]: lay(defaultGuideSchema) });
    engine.openDocument('g1.md', guide({ slug: 'g1', title: 2 }), 1);
    await engine.settled();

    expect(codes(engine, 'g1.md')).toContain('schema-type /title');
    expect(compiled.times - before).toBe(1);

    engine.rescan();
    await engine.settled();
    expect(compiled.times - before).toBe(1);
  });
});
