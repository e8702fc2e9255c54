import { pngImage } from '../../support/images.ts';
import { describe, expect, it } from 'vitest';
import type { EventValues } from '#core/ipc/event-values';
import type { SchemaProposal, SchemaTrial } from '#core/schema/schema-proposal';
import { createSaver } from '../../../src-main/files/saver.ts';
import type { WorkspaceProcess } from '../../../src-main/lint-process/api.ts';
import { createProcessService } from '../../../src-main/lint-process/process-service.ts';
import { createMemoryWorkspace } from '../../support/memory-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { guide } from './engine-fixtures.ts';

const ignore = (): void => undefined;

/** A process with an open folder; its clock moves `stepMs` each time it is looked at. */
async function openProcess(files: Readonly<Record<string, string | Uint8Array>>, stepMs = 0) {
  const progress: EventValues['schema.progress'][] = [];
  const disk = createMemoryWorkspace({ 'static/img/a.png': pngImage(), ...files });
  let time = 0;
  const process: WorkspaceProcess = createProcessService({
    createFiles: () => disk,
    events: {
      entries: ignore,
      progress: ignore,
      findings: ignore,
      workspaceChanged: ignore,
      exportProgress: ignore,
      schemaProgress: (value) => progress.push(value),
      searchResults: () => undefined,
      searchOutdated: () => undefined,
    },
    exports: { saver: createSaver(), dataFolder: temporaryFolder(), now: () => (time += stepMs) },
    pause: () => new Promise((resume) => setImmediate(resume)),
    onError: (where, error) => {
      throw new Error(where, { cause: error });
    },
  });
  await process.open('/work');
  return { process, disk, progress };
}

const guides = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `g${String(index)}.md`,
      guide(
        { slug: `g${String(index)}`, stars: index },
        `# [完全ガイド] Guide ${String(index)}: 題\n`,
      ),
    ]),
  );

async function propose(process: WorkspaceProcess): Promise<SchemaProposal> {
  const result = await process.inferSchema();
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

async function trial(process: WorkspaceProcess, schema: object): Promise<SchemaTrial> {
  const result = await process.trySchema(JSON.stringify(schema));
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('a proposal in the process', () => {
  it('[P7] reads every guide once, and tells what could not be read', async () => {
    const { process, progress } = await openProcess({
      ...guides(4),
      'README.md': '# 読んでください\n',
      'broken.md': '---json\n{ "a": 1,, }\n---\n',
      'code.md': '---js\n{}\n---\n',
      'sjis.md': Buffer.from([0x83, 0x4b, 0x83, 0x43]),
    });

    const proposal = await propose(process);

    expect(proposal.guides).toBe(4);
    expect(proposal.skipped).toEqual(['broken.md', 'code.md', 'sjis.md']);
    expect(proposal.fields.map(({ pointer }) => pointer)).toContain('/stars');
    expect(proposal).not.toHaveProperty('current');
    expect(progress).toEqual([
      { done: 0, total: 8 },
      { done: 8, total: 8 },
    ]);
  });

  it('[P7] tells of its progress at most ten times a second', async () => {
    const { process, progress } = await openProcess(guides(320), 25);
    await propose(process);
    // Ten rounds of the clock at 25 ms or 50 ms each are under half a second.
    expect(progress.length).toBeLessThanOrEqual(7);
    expect(progress.at(-1)).toEqual({ done: 320, total: 320 });
  });

  it('[P2] counts the text of an open guide, and not its file', async () => {
    const { process } = await openProcess(guides(3));
    await process.openDocument('g0.md', guide({ typed: true }), 1);

    const { fields } = await propose(process);

    expect(fields.find(({ pointer }) => pointer === '/typed')?.present).toBe(1);
    expect(fields.find(({ pointer }) => pointer === '/stars')?.present).toBe(2);
  });

  it('[P7] gives the present definitions with the hash by which they can be replaced', async () => {
    const text = '{ "properties": { "stars": { "type": "number", "x-label": "星" } } }';
    const { process } = await openProcess({ ...guides(3), '.shirube/schema/site.json': text });

    const { current, text: proposed } = await propose(process);

    expect(current).toMatchObject({ path: '.shirube/schema/site.json', text });
    expect(current?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.parse(proposed)).toMatchObject({ properties: { stars: { 'x-label': '星' } } });
  });

  it('[P7] ends when it is cancelled, or when another begins', async () => {
    const { process } = await openProcess(guides(200));
    const cancelled = { ok: false, failure: { code: 'cancelled', detail: 'field definitions' } };

    const first = process.inferSchema();
    await process.cancelSchema();
    expect(await first).toEqual(cancelled);

    const second = process.inferSchema();
    const third = process.inferSchema();
    expect(await second).toEqual(cancelled);
    expect(await third).toMatchObject({ ok: true, value: { guides: 200 } });
  });
});

describe('a trial in the process', () => {
  const present = {
    properties: { stars: { type: 'integer' }, slug: { type: 'string' }, title: { type: 'string' } },
    additionalProperties: true,
  };
  const withSchema = (files: Record<string, string>): Record<string, string> => ({
    ...files,
    '.shirube/schema/guide.json': JSON.stringify(present),
  });

  it('[P7] names the guides that would have new findings, errors first, and says what those are', async () => {
    const files = withSchema(guides(4));
    files['g1.md'] = files['g1.md']?.replace('"stars": 1', '"stars": "many"') ?? '';
    const { process } = await openProcess(files);

    const result = await trial(process, {
      ...present,
      required: ['rating'],
      properties: { ...present.properties, stars: { type: 'integer', maximum: 2 } },
    });

    if (!result.ok) throw new Error(result.problem.en);
    expect(result.guides).toBe(4);
    expect(
      result.broken.map(({ path, name, errors, findings }) => [path, name, errors, findings]),
    ).toEqual([
      ['g3.md', 'Guide 3', 1, 2],
      ['g0.md', 'Guide 0', 1, 1],
      ['g1.md', 'Guide 1', 1, 1],
      ['g2.md', 'Guide 2', 1, 1],
    ]);
    const messages = result.broken[0]?.messages.map(({ en }) => en) ?? [];
    expect(messages[0]).toContain('“rating” is missing');
    expect(messages[1]).toMatch(/“stars”.*(?:large|less)/);
    expect(messages).toHaveLength(2);
    expect(result.mended).toBe(0);
  });

  it('[P7] counts the guides that would have less, and finds nothing new in what stays as it is', async () => {
    const files = withSchema(guides(3));
    files['g1.md'] = files['g1.md']?.replace('"stars": 1', '"stars": "many"') ?? '';
    const { process } = await openProcess(files);

    expect(await trial(process, present)).toEqual({ ok: true, guides: 3, broken: [], mended: 0 });
    const relaxed = { ...present, properties: { ...present.properties, stars: {} } };
    expect(await trial(process, relaxed)).toEqual({ ok: true, guides: 3, broken: [], mended: 1 });
  });

  it('[P7] takes a finding that weighs more than now for a new one, and one that stays for none', async () => {
    const stars = { type: 'integer', maximum: 0 };
    const by = (severity: string): object => ({
      ...present,
      properties: { ...present.properties, stars: { ...stars, 'x-severity': severity } },
    });
    const files = { ...guides(2), '.shirube/schema/guide.json': JSON.stringify(by('warning')) };
    const { process } = await openProcess(files);

    expect(await trial(process, by('information'))).toMatchObject({ broken: [] });
    expect(await trial(process, by('error'))).toMatchObject({
      broken: [{ path: 'g1.md', errors: 1, findings: 1 }],
    });
  });

  it('[P7] judges relations to any field by all guides', async () => {
    const files = withSchema({
      'a.md': guide({ code: 'A1', next: 'B1' }),
      'b.md': guide({ code: 'B1', next: 'gone' }),
    });
    const { process } = await openProcess(files);

    const result = await trial(process, {
      ...present,
      properties: {
        ...present.properties,
        next: { type: 'string', 'x-relation': { field: 'code' } },
      },
    });

    expect(result.ok && result.broken.map(({ path, errors }) => [path, errors])).toEqual([
      ['b.md', 1],
    ]);
  });

  it('[P7] keeps to five messages of a guide', async () => {
    const { process } = await openProcess(withSchema(guides(1)));
    const required = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const result = await trial(process, { ...present, required });
    expect(result.ok && result.broken[0]).toMatchObject({ errors: 7, findings: 7 });
    expect(result.ok && result.broken[0]?.messages).toHaveLength(5);
  });

  it.each([
    ['{\n  "type": "object",,\n}', 2],
    ['[]', 1],
    ['{ "type": "objekt" }', 1],
    ['{\n  "properties": {\n    "a": { "pattern": "(" }\n  }\n}', 3],
    ['{ "properties": { "a": { "$ref": "gone.json" } } }', 1],
    ['', 1],
  ])('[P7] says why %j cannot be used, and where', async (text, line) => {
    const { process } = await openProcess(guides(1));
    const result = await process.trySchema(text);
    expect(result).toMatchObject({ ok: true, value: { ok: false } });
    const value = result.ok && !result.value.ok ? result.value : undefined;
    expect(value?.line).toBe(line);
    expect(value?.problem.ja).toMatch(/[ぁ-ん]/);
    expect(value?.problem.en).toMatch(/[a-z] [a-z]/);
    expect(await process.schemaPlace(text)).toMatchObject({ failure: { code: 'bad-request' } });
  });

  it('[P7] may refer to the other files of definitions', async () => {
    const { process } = await openProcess({
      ...guides(2),
      '.shirube/schema/guide.json': '{}',
      '.shirube/schema/stars.json': '{ "type": "integer", "maximum": 0 }',
    });
    const result = await trial(process, { properties: { stars: { $ref: 'stars.json' } } });
    expect(result.ok && result.broken.map(({ path }) => path)).toContain('g1.md');
  });

  it('[P7] is written where the present definitions are, else as guide.json', async () => {
    const place = async (files: Record<string, string>) => {
      const { process } = await openProcess(files);
      return process.schemaPlace('{}');
    };
    expect(await place({})).toMatchObject({ value: { path: '.shirube/schema/guide.json' } });
    expect(await place({ '.shirube/schema/site.json': '{' })).toMatchObject({
      value: { path: '.shirube/schema/site.json' },
    });
  });
});

describe('uses of words', () => {
  it('[P7] counts the guides that use each word of each list', async () => {
    const { process } = await openProcess({
      'a.md': guide({ slug: 'a', tags: ['看護', '医療', '看護'] }),
      'b.md': guide({ slug: 'b', tags: ['看護'] }),
      '.shirube/vocabulary.json': '{ "colours": ["red"] }',
    });
    await process.rescan();
    await propose(process);

    expect(await process.vocabularyUses()).toEqual({
      category: { 'medical-care': 2 },
      keywords: { 仕事: 2 },
      tags: { 看護: 2, 医療: 1 },
      colours: {},
    });
  });
});
