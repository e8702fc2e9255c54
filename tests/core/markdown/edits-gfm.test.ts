import { expect, it } from 'vitest';
import { compareEdits } from './edit-suite.ts';
import { nameOf, profiles } from './equality.ts';

const wanted = profiles.filter(({ flavour, html }) => flavour === 'gfm' && html === undefined);

it.each(wanted.map((profile) => [nameOf(profile), profile] as const))(
  '[P4] the patched page equals the full render after each of more than 2,140 random edits (%s)',
  (name, profile) => {
    const { edits, cutEdits, sent } = compareEdits({
      profile,
      seed: 20261125,
      runs: 110,
      perRun: 20,
    });
    expect(edits).toBeGreaterThanOrEqual(2140);
    expect(cutEdits).toBeGreaterThan(edits / 40);
    console.log(
      `${name}: ${edits} edits, ${cutEdits} of them cut anew, ${sent} sections rendered again`,
    );
  },
  120_000,
);
