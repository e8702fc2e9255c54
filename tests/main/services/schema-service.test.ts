import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import type { WorkspaceProcess } from '../../../src-main/lint-process/api.ts';
import { createSchemaService } from '../../../src-main/services/schema-service.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const path = '.shirube/schema/guide.json';

async function open(process: Partial<WorkspaceProcess> = {}, root = temporaryFolder()) {
  const service = createSchemaService({ saver: createSaver() });
  const { window, started } = await windowWithFolder(root, process);
  const save = (text: string, baseHash: string | null) =>
    service['schema.save']({ text, baseHash }, window);
  return { service, window, root, save, calls: () => started[0]?.calls.slice(1) ?? [] };
}

describe('saving field definitions', () => {
  it('[P1] makes the folders, writes the very text, and tells the process', async () => {
    const { save, root, calls } = await open();

    expect(await save('{ "x": "看護" }', null)).toEqual({ ok: true, value: { path } });

    expect(readFileSync(join(root, path), 'utf8')).toBe('{ "x": "看護" }');
    expect(calls()).toEqual(['schemaPlace { "x": "看護" }', `filesChanged ["${path}"]`]);
  });

  it('[P4] never writes over definitions that somebody else has made or changed', async () => {
    const { save, root } = await open();
    mkdirSync(join(root, '.shirube/schema'), { recursive: true });
    writeFileSync(join(root, path), 'theirs');

    expect(await save('{}', null)).toMatchObject({ failure: { code: 'changed-on-disk' } });
    expect(await save('{}', hashOf('older'))).toMatchObject({
      failure: { code: 'changed-on-disk' },
    });
    expect(readFileSync(join(root, path), 'utf8')).toBe('theirs');
    expect(await save('{}', hashOf('theirs'))).toMatchObject({ ok: true });
    expect(readFileSync(join(root, path), 'utf8')).toBe('{}');
  });

  it('[P1] never writes a text that cannot be used, nor half a character', async () => {
    const failure = { code: 'bad-request', detail: 'no schema' } as const;
    const refused = await open({ schemaPlace: async () => ({ ok: false, failure }) });
    expect(await refused.save('{', null)).toEqual({ ok: false, failure });

    const half = await open();
    expect(await half.save('"\ud83d"', null)).toMatchObject({
      failure: { code: 'half-character' },
    });
    expect([existsSync(join(refused.root, path)), existsSync(join(half.root, path))]).toEqual([
      false,
      false,
    ]);
  });

  it.each([
    '../out.json',
    '.shirube/config.json',
    '.shirube/schema/../x.json',
    'guide.md',
    '/etc/x.json',
  ])('[T40] does not follow the process to %s', async (elsewhere) => {
    const { save, root } = await open({
      schemaPlace: async () => ({ ok: true, value: { path: elsewhere } }),
    });
    expect(await save('{}', null)).toMatchObject({ failure: { code: 'outside-workspace' } });
    expect(existsSync(join(root, elsewhere))).toBe(false);
  });

  it('[T40] does not follow a link out of the folder', async () => {
    const outside = temporaryFolder();
    const root = temporaryFolder();
    symlinkSync(outside, join(root, '.shirube'));
    const { save } = await open({}, root);
    expect(await save('{}', null)).toMatchObject({ failure: { code: 'outside-workspace' } });
    expect(existsSync(join(outside, 'schema'))).toBe(false);
  });
});

describe('requests about field definitions', () => {
  it('reach the process of the folder, and its answers come back', async () => {
    const uses = { tags: { 看護: 2 } };
    const { service, window, calls } = await open({ vocabularyUses: async () => uses });
    expect(await service['vocabulary.uses'](undefined, window)).toEqual({ ok: true, value: uses });
    expect(await service['schema.infer'](undefined, window)).toMatchObject({
      value: { guides: 0 },
    });
    expect(await service['schema.try']({ text: '{}' }, window)).toMatchObject({ ok: true });
    expect(await service['schema.cancel'](undefined, window)).toEqual({ ok: true, value: null });
    expect(calls()).toEqual(['vocabularyUses', 'inferSchema', 'trySchema {}', 'cancelSchema']);
  });

  it('[P7] the window hears of the progress', async () => {
    const { window, started } = await windowWithFolder(temporaryFolder());
    started[0]?.events.schemaProgress({ done: 1, total: 2 });
    expect(window.events).toContainEqual({
      event: 'schema.progress',
      value: { done: 1, total: 2 },
    });
  });

  it('are refused while no folder is open', async () => {
    const { service } = await open();
    const none = fakeWindow();
    const text = '{}';
    for (const answer of [
      service['vocabulary.uses'](undefined, none),
      service['schema.infer'](undefined, none),
      service['schema.try']({ text }, none),
      service['schema.save']({ text, baseHash: null }, none),
    ]) {
      expect(await answer).toMatchObject({ failure: { code: 'no-workspace' } });
    }
  });
});
