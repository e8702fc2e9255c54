import { appendFileSync } from 'node:fs';

/** How much of a torture is done: little in `npm test`, much in `npm run torture`. */
export interface Scale {
  readonly count: number;
  /** What texts, orders and planned moments are made from. */
  readonly seed: number;
  /** Whether this is the long form, which may take minutes. */
  readonly long: boolean;
}

/** Seed of `npm test`, so that it does the same every time as far as the system lets it. */
const usualSeed = 7;

/** How much of a part is to be done: `count` of it, unless `npm run torture` says otherwise. */
export function scaleOf(part: string, count: number): Scale {
  const { SHIRUBE_TORTURE } = process.env;
  if (SHIRUBE_TORTURE === undefined) return { count, seed: usualSeed, long: false };
  const asked = JSON.parse(SHIRUBE_TORTURE) as { seed: number; counts: Record<string, number> };
  return { count: asked.counts[part] ?? count, seed: asked.seed, long: true };
}

/** Tells `npm run torture` what a part did; each number is a row of its report. */
export function tellTorture(part: string, numbers: Readonly<Record<string, number>>): void {
  const { SHIRUBE_TORTURE_RESULTS } = process.env;
  if (SHIRUBE_TORTURE_RESULTS === undefined) return;
  appendFileSync(SHIRUBE_TORTURE_RESULTS, `${JSON.stringify({ part, numbers })}\n`);
}

/** Says in words what cannot be done here, by name, and tells `npm run torture`. */
export function tellSkipped(part: string, reason: string, names: readonly string[]): void {
  const line = `skipped, since ${reason}: ${names.join('; ')}`;
  console.log(line);
  const { SHIRUBE_TORTURE_RESULTS } = process.env;
  if (SHIRUBE_TORTURE_RESULTS === undefined) return;
  appendFileSync(SHIRUBE_TORTURE_RESULTS, `${JSON.stringify({ part, skipped: line })}\n`);
}

/** The command that does a part again. */
export const replayCommand = (part: string, { seed, count }: Scale): string =>
  `npm run torture -- --only=${part} --seed=${seed} --count=${count}`;
