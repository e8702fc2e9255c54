import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSaver, type Saver } from '../../../src-main/files/saver.ts';
import { exportAll, guideText, readTree, setUp, writeTree } from './export-fixtures.ts';

const files = {
  'guides/nurse.md': guideText('nurse', 'old'),
  'guides/cook.md': guideText('cook', 'old'),
  'guides/gone.md': guideText('gone', 'old'),
};

/** A saver that tells of each file of the site before it writes it. */
function tellingSaver(site: string, onSave: (path: string) => void): Pick<Saver, 'save' | 'idle'> {
  const saver = createSaver();
  return {
    idle: () => saver.idle(),
    save(request) {
      if (request.path.startsWith(site)) onSave(request.path);
      return saver.save(request);
    },
  };
}

test('[E06] a site file edited since the plan is seen before the first file is written, not when its turn comes', async () => {
  const { workspace, site, make } = setUp(files);
  await exportAll(make(), site);
  for (const slug of ['nurse', 'cook']) {
    writeFileSync(join(workspace, `guides/${slug}.md`), guideText(slug, 'new'));
  }
  const saved: string[] = [];
  const service = make({ saver: tellingSaver(site, (path) => saved.push(path)) });
  const plan = await service.plan('site', site);
  writeTree(site, { 'guides/cook.md': 'by hand' });
  const result = await service.apply(plan.ok ? plan.value.id : '', []);
  expect(result).toMatchObject({ failure: { code: 'plan-outdated', detail: 'guides/cook.md' } });
  expect(saved).toEqual([]);
});

test('[E06] a site file edited in the middle of writing is not removed', async () => {
  const { workspace, site, make } = setUp(files);
  await exportAll(make(), site);
  writeFileSync(join(workspace, 'guides/nurse.md'), guideText('nurse', 'new'));
  rmSync(join(workspace, 'guides/gone.md'));
  const before = readTree(site);
  // Just when the new text of another guide is written.
  const edit = (path: string): void => {
    if (path.endsWith('nurse.md')) writeTree(site, { 'guides/gone.md': 'by hand' });
  };
  const { result } = await exportAll(make({ saver: tellingSaver(site, edit) }), site);
  expect(result).toMatchObject({ failure: { code: 'plan-outdated', detail: 'guides/gone.md' } });
  expect(readTree(site)).toEqual({ ...before, 'guides/gone.md': 'by hand' });
});
