import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { guideText, readTree, setUp } from './export-fixtures.ts';

test('[F55] guides that save themselves under an export: it writes the version it checked, or nothing', async () => {
  const { workspace, site, service } = setUp({ 'guides/nurse.md': guideText('nurse', '') });
  const path = join(workspace, 'guides/nurse.md');
  const saver = createSaver();
  let going = true;
  let version = 0;
  const save = () => {
    const bytes = Buffer.from(guideText('nurse', `v${(version += 1)} `.repeat(5000)));
    return saver.save({ path, bytes, expected: 'any' });
  };
  const saving = (async () => {
    for (; going; await delay(version % 9)) await save();
  })();
  const outcomes = new Set<string>();
  const written = () => readTree(site)['guides/nurse.md'];
  for (let round = 0; round < 12; round += 1) {
    // The last one is left in peace.
    if (round === 11) await ((going = false), saving);
    const before = written();
    const plan = await service.plan('site', site);
    if (!plan.ok) throw new Error(plan.failure.code);
    const post = plan.value.items.find(({ target }) => target === 'guides/nurse.md')?.post;
    if (round === 5) await save();
    const result = await service.apply(plan.value.id, []);
    const after = written();
    if (result.ok) expect(hashOf(Buffer.from(after ?? '', 'latin1'))).toBe(post);
    else expect([result.failure.code, after]).toEqual(['plan-outdated', before]);
    outcomes.add(result.ok ? 'written' : 'refused');
  }
  expect([...outcomes].sort()).toEqual(['refused', 'written']);
});
