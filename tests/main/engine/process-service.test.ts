import { describe, expect, it } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import type { WorkspaceProcess } from '../../../src-main/lint-process/api.ts';
import { createProcessService } from '../../../src-main/lint-process/process-service.ts';
import { createMemoryWorkspace } from '../../support/memory-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { guide } from './engine-fixtures.ts';

const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));
const ignore = (): void => undefined;

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAADCAIAAAA2iEnWAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);

function startProcess(files: Readonly<Record<string, string | Uint8Array>>): {
  service: WorkspaceProcess;
  outdated: unknown[];
  lastFindings: () => unknown;
} {
  const findings: unknown[] = [];
  const outdated: unknown[] = [];
  const service = createProcessService({
    createFiles: () => createMemoryWorkspace(files),
    events: {
      entries: ignore,
      progress: ignore,
      findings: (value) => findings.push(value),
      workspaceChanged: ignore,
      exportProgress: ignore,
      schemaProgress: ignore,
      searchResults: ignore,
      searchOutdated: (value) => outdated.push(value),
    },
    exports: { saver: createSaver(), dataFolder: temporaryFolder(), now: () => 0 },
    pause,
    onError: (where, error) => {
      throw new Error(where, { cause: error });
    },
  });
  return { service, outdated, lastFindings: () => findings.at(-1) };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await pause();
};

const answers = { name: 'Nurse', title: '題', category: 'medical-care', type: 'guide' };

describe('the workspace process', () => {
  it('tells that a search may find other places, while there is one, once for changes that come together', async () => {
    const { service, outdated } = startProcess({ 'guides/a.md': '# 一\n' });
    await service.open('/work');
    await settle();
    await service.openDocument('guides/a.md', '# 一\n', 1);
    const change = (version: number) =>
      service.changeDocument({
        ...{ path: 'guides/a.md', version },
        changes: [{ from: 0, to: 0, insert: 'x' }],
      });
    await change(2);
    await settle();
    expect(outdated).toEqual([]);
    const query = { id: 1, query: '一', caseSensitive: false, loose: true };
    await service.startSearch({ ...query, regexp: false, wholeWord: false });
    await Promise.all([change(3), change(4), service.filesChanged(['guides/b.md'])]);
    await settle();
    expect(outdated).toEqual([null]);
    await service.closeDocument('guides/a.md');
    await settle();
    expect(outdated).toEqual([null, null]);
    await service.cancelSearch();
    await service.rescan();
    await settle();
    expect(outdated).toHaveLength(2);
  });

  it('[P7] answers at once with configuration, fields and types', async () => {
    const { service } = startProcess({ '.shirube/config.json': '{ "name": "机" }' });

    const opened = await service.open('/work');

    expect(opened).toMatchObject({
      ok: true,
      value: { root: '/work', config: { name: { ja: '机', en: '机' } }, problems: [] },
    });
    expect(opened.ok && opened.value.fields).toHaveLength(9);
    expect(opened.ok && opened.value.types.map(({ id }) => id)).toEqual(['guide']);
  });

  it('[P5] gives all findings, and those of an open guide with its version', async () => {
    const { service, lastFindings } = startProcess({ 'nurse.md': guide({ slug: 'other' }) });
    await service.open('/work');
    await settle();

    const codes = (await service.allFindings()).map(({ path, diagnostics }) => [
      path,
      diagnostics.map(({ code }) => code).sort(),
    ]);
    await service.openDocument('nurse.md', guide({}), 7);
    await settle();

    expect(codes).toEqual([['nurse.md', ['image-missing', 'image-missing', 'slug-file-name']]]);
    expect(lastFindings()).toMatchObject({ path: 'nurse.md', version: 7 });
  });

  it('[P7] lists images with their size, and without one where the header cannot be read', async () => {
    const { service } = startProcess({
      'static/img/a.png': onePixel,
      'static/img/broken.png': 'no image',
      'static/notes.txt': '',
    });
    await service.open('/work');

    expect(await service.images()).toEqual([
      { sitePath: '/static/img/a.png', width: 2, height: 3, bytes: onePixel.length },
      { sitePath: '/static/img/broken.png', bytes: 8 },
    ]);
  });

  it('[P7] makes the text of a new guide, and refuses a URL name that is taken', async () => {
    const { service } = startProcess({ 'nurse.md': guide({}), 'Data.md': '# Data\n' });
    await service.open('/work');
    await settle();

    const made = await service.newGuide({ ...answers, slug: 'doctor' });
    const taken = await service.newGuide({ ...answers, slug: 'nurse' });
    const sameFile = await service.newGuide({ ...answers, slug: 'data' });
    const unknown = await service.newGuide({ ...answers, slug: 'x', type: 'none' });
    const outside = await service.newGuide({ ...answers, slug: '../x' });

    expect(made).toMatchObject({ ok: true, value: { path: 'doctor.md' } });
    expect(taken).toMatchObject({ ok: false, failure: { code: 'already-exists' } });
    expect(sameFile).toMatchObject({ ok: false, failure: { code: 'already-exists' } });
    expect(unknown).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(outside).toMatchObject({ ok: false, failure: { code: 'bad-request' } });
  });

  it('makes a new guide with the chapters of one that is open or on disk', async () => {
    const { service } = startProcess({ 'jobs/nurse.md': guide({}, '# Nurse\n## 1️⃣ Nurseとは\n') });
    await service.open('/work');
    await settle();
    const made = await service.newGuide({
      ...answers,
      name: 'Pilot',
      slug: 'p',
      from: 'jobs/nurse.md',
    });
    expect(made).toMatchObject({ ok: true, value: { path: 'jobs/p.md' } });
    expect(made.ok && made.value.text).toMatch(/\n## 1️⃣ Pilotとは\n$/);

    await service.openDocument('jobs/nurse.md', guide({}, '# Nurse\n## まだ保存していない章\n'), 1);
    const type = await service.typeOfGuide('jobs/nurse.md');
    expect(type.ok && type.value.sections.map(({ heading }) => heading)).toEqual([
      'まだ保存していない章',
    ]);
    expect(await service.typeOfGuide('../x.md')).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('copies a guide by its text, and refuses a name that is taken whatever its case', async () => {
    const { service } = startProcess({ 'nurse.md': guide({}), 'Data.md': '# Data\n' });
    await service.open('/work');
    await settle();
    const params = { path: 'nurse.md', text: guide({}), bom: false, name: 'N', title: '題' };
    const made = await service.copyGuide({ ...params, slug: 'doctor' });
    expect(made).toMatchObject({ ok: true, value: { path: 'doctor.md', asWritten: false } });
    expect(made.ok && made.value.text).toBe(guide({ slug: 'doctor' }, '# N\n'));
    for (const slug of ['nurse', 'data']) {
      expect(await service.copyGuide({ ...params, slug })).toMatchObject({
        failure: { code: 'already-exists' },
      });
    }
  });

  it('knows who names a guide by its URL name, and who by its file', async () => {
    const { service } = startProcess({
      'nurse.md': guide({ related_jobs: ['nurse'] }),
      'b.md': guide({ slug: 'b', related_jobs: ['nurse'] }),
      'c.md': guide({ slug: 'c' }, '# c\n[看護](./nurse.md)\n'),
      'd.md': guide({ slug: 'd' }),
    });
    await service.open('/work');
    await settle();
    expect(await service.namedBy('nurse.md')).toEqual({ byValue: ['b.md'], byPath: ['c.md'] });
    expect(await service.namedBy('d.md')).toEqual({ byValue: [], byPath: [] });
  });

  it('[P6] refuses an export while no folder is open', async () => {
    const { service } = startProcess({});

    expect(await service.planExport('site', '/target')).toMatchObject({
      ok: false,
      failure: { code: 'no-workspace' },
    });
  });
});
