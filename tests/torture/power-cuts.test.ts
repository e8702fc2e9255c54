import { describe, expect, it } from 'vitest';
import { noExt4 } from './ext4-volume.ts';
import { cutPower, cutPrograms } from './power-cuts.ts';
import { createRandom } from './random.ts';
import { replayCommand, scaleOf, tellSkipped, tellTorture } from './scale.ts';

const scale = scaleOf('power-cuts', 48);
const reason = noExt4();
if (reason !== undefined) {
  const names = cutPrograms.map(({ name }) => name);
  tellSkipped('power-cuts', reason, names);
}

describe.skipIf(reason !== undefined)('power cuts', () => {
  it.each(cutPrograms.map((program, index) => ({ ...program, program, index })))(
    '[F02] [F03] [F62] $name: what was acknowledged is there after a power cut, and nothing is torn',
    async ({ name, program, index }) => {
      const count = Math.ceil(scale.count / cutPrograms.length);
      const random = createRandom(scale.seed + index);
      const { problems, ...numbers } = await cutPower(program, { count, random });
      tellTorture('power-cuts', {
        cuts: numbers.cuts,
        'of these just after the acknowledgement': numbers.afterAcknowledgement,
        [`of these: ${name}`]: numbers.cuts,
        problems: problems.length,
      });
      expect(problems, `replay: ${replayCommand('power-cuts', scale)}`).toEqual([]);
      expect(numbers.cuts).toBe(count);
      expect(numbers.afterAcknowledgement).toBeGreaterThan(0);
    },
    60_000 + scale.count * 2_000,
  );
});
