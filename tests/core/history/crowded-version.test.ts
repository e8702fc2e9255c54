import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { crowdedVersion } from '#core/history/crowded-version';
import type { VersionKind } from '#core/history/history-version';

interface Version {
  readonly at: number;
  readonly kind: VersionKind;
}

const fiveMinutes = 300_000;

function keepAll(told: readonly Version[]): Version[] {
  const kept: Version[] = [];
  for (const version of told) {
    kept.push(version);
    const crowded = version.kind === 'auto' ? crowdedVersion(kept) : undefined;
    if (crowded) kept.splice(kept.indexOf(crowded), 1);
  }
  return kept;
}

test('whatever is saved when, what the author saved stays, the newest stays, and the rest stands apart', () => {
  const steps = array(
    record({
      pause: integer({ min: 1, max: 400_000 }),
      kind: constantFrom<VersionKind>('auto', 'auto', 'auto', 'save', 'found', 'given-up', 'work'),
    }),
    { maxLength: 60 },
  );
  assert(
    property(steps, (all) => {
      let at = 0;
      const told = all.map(({ pause, kind }) => ({ at: (at += pause), kind }));
      const kept = keepAll(told);
      expect(kept.at(-1)).toBe(told.at(-1));
      const asked = (versions: readonly Version[]) =>
        versions.filter(({ kind }) => kind !== 'auto');
      expect(asked(kept)).toEqual(asked(told));
      for (const [index, version] of kept.entries()) {
        const [before, after] = [kept[index - 1], kept[index + 1]];
        if (version.kind !== 'auto' || after?.kind !== 'auto' || !before) continue;
        expect(version.at - before.at).toBeGreaterThanOrEqual(fiveMinutes);
      }
    }),
  );
});

test('a clock that was set back makes nobody forget anything', () => {
  const versions: Version[] = [
    { at: 1000, kind: 'save' },
    { at: 10, kind: 'auto' },
    { at: 20, kind: 'auto' },
  ];
  expect(crowdedVersion(versions)).toBeUndefined();
});
