import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import {
  exportAll,
  guideText,
  png,
  readTree,
  setUp,
  temporaryFolder,
  writeTree,
} from './export-fixtures.ts';

const hero = png('hero');
const files = {
  'guides/nurse.md': `\ufeff${guideText('nurse', '本文\r\n最後', { images: ['/static/img/a.png'] })}`,
  'guides/cook.md': guideText('cook', 'no final newline', { related: ['nurse'] }),
  'guides/bad.md': guideText('bad', '', { error: 'だめ' }),
  'static/img/a.png': hero,
  'static/img/unused.png': png('unused'),
};

describe('an export', () => {
  test('[P6] [P1] writes the valid guides and the images they use, byte for byte, and a manifest', async () => {
    const { workspace, site, service } = setUp(files);
    const { actions, result } = await exportAll(service, site);
    expect(actions).toEqual({
      'guides/bad.md': 'blocked',
      'guides/cook.md': 'added',
      'guides/nurse.md': 'added',
      'static/img/a.png': 'added',
    });
    expect(result).toEqual({
      ok: true,
      value: { written: 3, removed: 0, unchanged: 0, blocked: 1 },
    });
    const { 'export-manifest.json': manifest, ...tree } = readTree(site);
    const {
      'guides/bad.md': _bad,
      'static/img/unused.png': _unused,
      ...valid
    } = readTree(workspace);
    expect(tree).toEqual(valid);
    expect(Object.keys(JSON.parse(manifest ?? '').files)).toEqual(Object.keys(valid).sort());
  });

  test('puts guides and images where the configured target wants them', async () => {
    const target = {
      id: 'site',
      label: { ja: 'サイト', en: 'Site' },
      guides: 'src/guides',
      static: 'src/static',
      manifest: 'src/export-manifest.json',
    };
    const { site, service } = setUp(files, { target });
    await exportAll(service, site);
    expect(Object.keys(readTree(site)).sort()).toEqual([
      'src/export-manifest.json',
      'src/guides/guides/cook.md',
      'src/guides/guides/nurse.md',
      'src/static/img/a.png',
    ]);
  });

  test('[X5] [E16] done twice writes nothing the second time, not even the manifest', async () => {
    const { site, service } = setUp(files);
    await exportAll(service, site);
    const before = stamps(site);
    const { actions, result } = await exportAll(service, site);
    expect(actions).toMatchObject({ 'guides/nurse.md': 'unchanged' });
    expect(result).toMatchObject({ ok: true, value: { written: 0, removed: 0, unchanged: 3 } });
    expect(stamps(site)).toEqual(before);
  });

  test('writes only what changed, and tells how many lines', async () => {
    const { workspace, site, service } = setUp(files);
    await exportAll(service, site);
    const inode = statSync(join(site, 'guides/nurse.md')).ino;
    writeFileSync(join(workspace, 'guides/cook.md'), `${files['guides/cook.md']}\nmore\n`);
    const plan = await service.plan('site', site);
    const items = plan.ok ? plan.value.items : [];
    expect(items.find(({ target }) => target === 'guides/cook.md')).toMatchObject({
      action: 'changed',
      lines: { added: 2, removed: 1 },
    });
    await service.apply(plan.ok ? plan.value.id : '', []);
    expect(readFileSync(join(site, 'guides/cook.md'), 'utf8')).toContain('more');
    expect(statSync(join(site, 'guides/nurse.md')).ino).toBe(inode);
  });

  test('leaves out what the author leaves out', async () => {
    const { site, service } = setUp(files);
    await exportAll(service, site, ['guides/nurse.md']);
    // cook relates to nurse, and nobody else shows the image.
    expect(readTree(site)).toEqual({});
  });

  test('shows both texts of a guide before anything is written', async () => {
    const { workspace, site, service } = setUp(files);
    await exportAll(service, site);
    writeFileSync(join(workspace, 'guides/cook.md'), guideText('cook', 'new'));
    const plan = await service.plan('site', site);
    const id = plan.ok ? plan.value.id : '';
    expect(await service.content(id, 'guides/cook.md')).toEqual({
      ok: true,
      value: { before: files['guides/cook.md'], after: guideText('cook', 'new') },
    });
    expect(await service.content(id, 'static/img/a.png')).toEqual({ ok: true, value: {} });
    expect(await service.content('other', 'guides/cook.md')).toMatchObject({
      failure: { code: 'plan-outdated' },
    });
  });

  test('makes a target folder that is missing, and only when something is written', async () => {
    const { site, service } = setUp(files);
    const fresh = join(site, 'new');
    const plan = await service.plan('site', fresh);
    expect(() => statSync(fresh)).toThrow();
    await service.apply(plan.ok ? plan.value.id : '', []);
    expect(Object.keys(readTree(fresh))).toContain('guides/nurse.md');
  });

  test('reports how far it is', async () => {
    const seen: string[] = [];
    const { site, service } = setUp(files, {
      onProgress: ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`),
    });
    await exportAll(service, site);
    expect(seen).toContain('check 3/3');
    expect(seen).toContain('compare 4/4');
    expect(seen).toContain('write 4/4');
    expect(seen.at(-1)).toBe('verify 4/4');
  });
});

describe('what is not ours', () => {
  test('[X3] [E05] a file edited by hand on the site is listed and not overwritten', async () => {
    const { workspace, site, service } = setUp(files);
    await exportAll(service, site);
    writeTree(site, { 'guides/cook.md': 'by hand' });
    writeFileSync(join(workspace, 'guides/cook.md'), guideText('cook', 'new'));
    const { actions } = await exportAll(service, site);
    expect(actions).toMatchObject({ 'guides/cook.md': 'conflict' });
    expect(readFileSync(join(site, 'guides/cook.md'), 'utf8')).toBe('by hand');
  });

  test('[E08] files of the site that we never wrote are ignored', async () => {
    const { site, service } = setUp(files);
    writeTree(site, { 'guides/theirs.md': 'x', 'README.md': 'y', '.git/config': '[core]' });
    const { actions } = await exportAll(service, site);
    expect(Object.keys(actions)).not.toContain('guides/theirs.md');
    expect(readTree(site)).toMatchObject({ 'guides/theirs.md': 'x', 'README.md': 'y' });
  });

  test('[E12] an exported guide that is gone is removed only while its bytes are ours', async () => {
    const { workspace, site, service } = setUp(files);
    await exportAll(service, site);
    rmSync(join(workspace, 'guides/cook.md'));
    const { result } = await exportAll(service, site);
    expect(result).toMatchObject({ ok: true, value: { removed: 1 } });
    expect(Object.keys(readTree(site))).not.toContain('guides/cook.md');

    writeTree(site, { 'guides/nurse.md': 'by hand' });
    rmSync(join(workspace, 'guides/nurse.md'));
    const { actions } = await exportAll(service, site);
    expect(actions).toMatchObject({ 'guides/nurse.md': 'conflict' });
    expect(readTree(site)).toMatchObject({ 'guides/nurse.md': 'by hand' });
  });

  test('[E13] without its manifest everything on the site is foreign, and what is equal is taken up again', async () => {
    const { workspace, site, service } = setUp(files);
    await exportAll(service, site);
    const manifest = readFileSync(join(site, 'export-manifest.json'), 'utf8');
    writeFileSync(join(site, 'export-manifest.json'), manifest.replace('guides/', '.git/'));
    writeFileSync(join(workspace, 'guides/cook.md'), guideText('cook', 'new'));
    const { actions } = await exportAll(service, site);
    expect(actions).toMatchObject({ 'guides/cook.md': 'conflict', 'guides/nurse.md': 'unchanged' });
    const after = JSON.parse(readFileSync(join(site, 'export-manifest.json'), 'utf8'));
    expect(Object.keys(after.files)).toEqual(['guides/nurse.md', 'static/img/a.png']);
  });

  test('[T20] a guide that shares its bytes with another name is blocked', async () => {
    const { workspace, site, service } = setUp(files);
    linkSync(join(workspace, 'guides/nurse.md'), join(workspace, 'copy.txt'));
    const { actions } = await exportAll(service, site);
    expect(actions).toMatchObject({ 'guides/nurse.md': 'blocked' });
  });

  test('[T36] [T35] an image that is something else blocks its guide', async () => {
    const { site, service } = setUp({
      'a.md': guideText('a', '', { images: ['/static/a.png'] }),
      'b.md': guideText('b', '', { images: ['/static/b.svg'] }),
      'static/a.png': '<html></html>',
      'static/b.svg': '<svg xmlns="x"><script>1</script></svg>',
    });
    const { actions } = await exportAll(service, site);
    expect(actions).toEqual({ 'a.md': 'blocked', 'b.md': 'blocked' });
    expect(readTree(site)).toEqual({});
  });
});

describe('a target that is refused', () => {
  const refusal = async (site: string, service: ReturnType<typeof setUp>['service']) => {
    const { result } = await exportAll(service, site);
    return result.ok ? 'exported' : `${result.failure.code} ${result.failure.detail}`;
  };

  test('is no folder, is missing with its parent, or lies in the workspace', async () => {
    const { workspace, site, service } = setUp(files);
    writeTree(site, { file: '' });
    expect(await refusal(join(site, 'file'), service)).toBe('target-refused not-a-folder');
    expect(await refusal(join(site, 'no/no'), service)).toBe('target-refused not-a-folder');
    expect(await refusal(workspace, service)).toBe('target-refused inside-workspace');
    expect(await refusal(join(workspace, 'out'), service)).toBe('target-refused inside-workspace');
  });

  test.each(['index.lock', 'MERGE_HEAD', 'rebase-merge'])(
    'is in the middle of something git does (%s)',
    async (name) => {
      const { site, service } = setUp(files);
      writeTree(site, { [`.git/${name}`]: '' });
      expect(await refusal(site, service)).toBe('target-refused git-busy');
      const other = temporaryFolder();
      writeTree(other, { '.git': `gitdir: ${join(site, '.git')}\n` });
      expect(await refusal(other, service)).toBe('target-refused git-busy');
      expect(Object.keys(readTree(site))).toEqual([`.git/${name}`]);
    },
  );

  test('[X4] [E07] has a link where a folder was when the plan was read', async () => {
    const { workspace, site, service } = setUp(files);
    await exportAll(service, site);
    const outside = temporaryFolder();
    writeFileSync(join(workspace, 'guides/cook.md'), guideText('cook', 'new'));
    const plan = await service.plan('site', site);
    renameSync(join(site, 'guides'), join(outside, 'guides'));
    symlinkSync(join(outside, 'guides'), join(site, 'guides'));
    const before = readTree(outside);
    const result = await service.apply(plan.ok ? plan.value.id : '', []);
    expect(result).toMatchObject({ ok: false, failure: { code: 'target-refused' } });
    expect(readTree(outside)).toEqual(before);

    const { actions } = await exportAll(service, site);
    expect(actions).toMatchObject({ 'guides/cook.md': 'conflict', 'guides/nurse.md': 'conflict' });
    expect(readTree(outside)).toEqual(before);
  });

  test('[E07] is another folder than the one the plan was made for', async () => {
    const { site, service } = setUp(files);
    const plan = await service.plan('site', site);
    renameSync(site, `${site}-moved`);
    mkdirSync(site);
    const result = await service.apply(plan.ok ? plan.value.id : '', []);
    expect(result).toMatchObject({ failure: { code: 'target-refused', detail: 'replaced' } });
    expect(readTree(site)).toEqual({});
  });
});

describe('a plan that no longer holds', () => {
  test('[E06] a site file edited since the plan stops the export, and nothing is written', async () => {
    const { workspace, site, service } = setUp(files);
    await exportAll(service, site);
    writeFileSync(join(workspace, 'guides/nurse.md'), guideText('nurse', 'new'));
    writeFileSync(join(workspace, 'guides/cook.md'), guideText('cook', 'new'));
    const plan = await service.plan('site', site);
    writeTree(site, { 'guides/cook.md': 'by hand' });
    const before = readTree(site);
    const result = await service.apply(plan.ok ? plan.value.id : '', []);
    expect(result).toMatchObject({ failure: { code: 'plan-outdated', detail: 'guides/cook.md' } });
    expect(readTree(site)).toEqual(before);
  });

  test('[E06] a site file edited in the middle of writing is kept, and the rest goes back', async () => {
    const { workspace, site, make } = setUp(files);
    await exportAll(make(), site);
    for (const slug of ['nurse', 'cook', 'a', 'b', 'c', 'd']) {
      writeFileSync(join(workspace, `guides/${slug}.md`), guideText(slug, 'new'));
    }
    const before = readTree(site);
    const saver = createSaver();
    const service = make({
      saver: {
        save(request) {
          if (request.path.endsWith('nurse.md')) writeTree(site, { 'guides/nurse.md': 'by hand' });
          return saver.save(request);
        },
      },
    });
    const { result } = await exportAll(service, site);
    expect(result).toMatchObject({ failure: { code: 'plan-outdated', detail: 'guides/nurse.md' } });
    expect(readTree(site)).toEqual({ ...before, 'guides/nurse.md': 'by hand' });
  });

  test('[X2] [T65] a guide changed after it was checked is not exported', async () => {
    const { workspace, site, service } = setUp(files);
    const plan = await service.plan('site', site);
    writeFileSync(join(workspace, 'guides/nurse.md'), guideText('nurse', '', { error: 'x' }));
    const result = await service.apply(plan.ok ? plan.value.id : '', []);
    expect(result).toMatchObject({ failure: { code: 'plan-outdated', detail: 'guides/nurse.md' } });
    expect(readTree(site)).toEqual({});
  });

  test('a plan is applied once, and never another than the latest', async () => {
    const { site, service } = setUp(files);
    const plan = await service.plan('site', site);
    const id = plan.ok ? plan.value.id : '';
    expect(await service.apply('another', [])).toMatchObject({
      failure: { code: 'plan-outdated' },
    });
    expect(await service.apply(id, [])).toMatchObject({ ok: true });
    expect(await service.apply(id, [])).toMatchObject({ failure: { code: 'plan-outdated' } });
  });

  test('planning stops when it is cancelled', async () => {
    const context = setUp(files);
    const service = context.make({ onProgress: ({ done }) => done === 1 && service.cancel() });
    expect(await service.plan('site', context.site)).toMatchObject({
      failure: { code: 'cancelled' },
    });
  });

  test('an export that is cancelled while it writes goes back', async () => {
    const context = setUp(files);
    const service = context.make({
      onProgress: ({ phase }) => phase === 'write' && service.cancel(),
    });
    const { result } = await exportAll(service, context.site);
    expect(result).toMatchObject({ failure: { code: 'cancelled' } });
    expect(readTree(context.site)).toEqual({});
  });
});

test('[E09] a second export into the same folder waits, and is told so if that takes too long', async () => {
  const { site, make } = setUp(files);
  let second: Promise<unknown> | undefined;
  const other = make({ waitMs: 0 });
  const otherPlan = await other.plan('site', site);
  const patient = make({ waitMs: 5_000 });
  const patientPlan = await patient.plan('site', site);
  let third: Promise<unknown> | undefined;
  const first = make({
    onProgress: ({ phase }) => {
      if (phase !== 'write') return;
      second ??= other.apply(otherPlan.ok ? otherPlan.value.id : '', []);
      third ??= patient.apply(patientPlan.ok ? patientPlan.value.id : '', []);
    },
  });
  const { result } = await exportAll(first, site);
  expect(result).toMatchObject({ ok: true });
  expect(await second).toMatchObject({ failure: { code: 'target-refused', detail: 'busy' } });
  // The one that waited finds another site than its plan was made for.
  expect(await third).toMatchObject({ failure: { code: 'plan-outdated' } });
});

test('[T64] journals and copies are for this user only', async () => {
  const { site, exportsFolder, service } = setUp(files);
  await exportAll(service, site);
  const modes = Object.keys(readTree(exportsFolder)).map((path) => [
    path,
    statSync(join(exportsFolder, path)).mode & 0o77,
  ]);
  expect(modes.length).toBeGreaterThan(0);
  expect(modes.every(([, mode]) => mode === 0)).toBe(true);
  expect(statSync(exportsFolder).mode & 0o77).toBe(0);
});

test('a file of the site keeps its permissions', async () => {
  const { workspace, site, service } = setUp(files);
  await exportAll(service, site);
  chmodSync(join(site, 'guides/cook.md'), 0o664);
  writeFileSync(join(workspace, 'guides/cook.md'), guideText('cook', 'new'));
  await exportAll(service, site);
  expect(statSync(join(site, 'guides/cook.md')).mode & 0o777).toBe(0o664);
  expect(statSync(join(site, 'guides/nurse.md')).mode & 0o777).toBe(0o644);
});

function stamps(root: string): Record<string, string> {
  return Object.fromEntries(
    Object.keys(readTree(root)).map((path) => {
      const { ino, mtimeNs, ctimeNs } = statSync(join(root, path), { bigint: true });
      return [path, `${ino} ${mtimeNs} ${ctimeNs}`];
    }),
  );
}
