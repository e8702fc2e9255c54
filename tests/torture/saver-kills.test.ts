import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { builtModule } from '../support/built-module.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { createExt4Volume, noExt4 } from './ext4-volume.ts';
import { killSaver } from './saver-kills.ts';
import { replayCommand, scaleOf, tellTorture } from './scale.ts';

const scale = scaleOf('saver-kills', 500);
let program: Awaited<ReturnType<typeof builtModule>>;

beforeAll(async () => {
  program = await builtModule('tests/torture/saver-child.ts');
}, 60_000);
afterAll(() => program.remove());

it(
  '[F01][F03] killed at any moment, the saver leaves every file old or new and whole, and no acknowledged save is lost',
  async () => {
    // Where it can be, on a volume whose syncs cost nothing: a kill does not care for the disk behind it.
    const volume = noExt4() === undefined ? createExt4Volume(64) : undefined;
    onTestFinished(() => volume?.remove());
    const folder = volume?.folder ?? temporaryFolder();
    const { problems, ...numbers } = await killSaver(program.path, folder, scale);
    tellTorture('saver-kills', {
      kills: numbers.kills,
      'saves acknowledged before': numbers.acknowledged,
      'kills in mid-save, with a temporary file left and swept': numbers.inMidSave,
      'texts that were in place before they were acknowledged': numbers.unheard,
      problems: problems.length,
    });
    expect(problems, `replay: ${replayCommand('saver-kills', scale)}`).toEqual([]);
    expect(numbers.kills).toBe(scale.count);
    // Else the kills came at other moments than those they are about.
    expect(numbers.inMidSave).toBeGreaterThan(scale.count / 10);
    expect(numbers.unheard).toBeGreaterThan(0);
  },
  60_000 + scale.count * 1000,
);
