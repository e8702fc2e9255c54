import { readdirSync, readFileSync } from 'node:fs';
import { constantFrom } from 'fast-check';
import { expect, it } from 'vitest';
import { splitGuide } from '#core/document/guide-parts';
import { compareEdits } from './edit-suite.ts';
import { nameOf, profiles } from './equality.ts';

const folder = new URL('../../../content/guides/', import.meta.url);
const bodies = readdirSync(folder).map((name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  return text.slice(splitGuide(text).bodyFrom);
});

const wanted = profiles.filter(({ flavour }) => flavour !== 'commonmark');

it.each(wanted.map((profile) => [nameOf(profile), profile] as const))(
  '[P4] the patched page of a sample guide equals the full render after each of 260 random edits (%s)',
  (name, profile) => {
    const texts = constantFrom(...bodies);
    const counts = compareEdits({ profile, seed: 20261128, runs: 13, perRun: 20, texts });
    const { edits, cutEdits, sent } = counts;
    expect(edits).toBeGreaterThanOrEqual(255);
    console.log(
      `${name}: ${edits} edits of guides, ${cutEdits} cut anew, ${sent} sections rendered again`,
    );
  },
  120_000,
);
