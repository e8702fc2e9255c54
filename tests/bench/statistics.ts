/** One measure: the same work by us and by a named peer, in the same run, round by round. */
export interface Measure {
  readonly name: string;
  readonly peer: string;
  /** Milliseconds (or what `unit` says) of each round. */
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  readonly unit: 'ms' | 'MiB' | 'frames';
  /** The ratio of medians that the project aims at. */
  readonly goal: number;
  /** The ratio of 95th percentiles that the project aims at, where it names one. */
  readonly tailGoal?: number;
}

/** The value that a share (0 to 1) of the values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** A ratio with as many digits as tell it from its goal. */
function digits(ratio: number): string {
  return Number.isInteger(ratio) ? String(ratio) : ratio.toFixed(ratio < 0.1 ? 4 : 3);
}

/** One line of the report: medians, 95th percentiles, their ratios, and the goal. */
export function reportLine(measure: Measure): string {
  const { name, peer, ours, theirs, unit, goal, tailGoal } = measure;
  const [own, other] = [quantile(ours, 0.5), quantile(theirs, 0.5)];
  const ratio = own / other;
  const high = quantile(ours, 0.95) / quantile(theirs, 0.95);
  const number = (value: number) => value.toFixed(value < 10 ? 2 : 0);
  return [
    `| ${name}`,
    `${number(own)} ${unit}`,
    `${peer} ${number(other)} ${unit}`,
    `**${digits(ratio)}**`,
    high.toFixed(2),
    tailGoal === undefined ? digits(goal) : `${goal}, ${tailGoal}`,
    `${ratio <= goal && high <= (tailGoal ?? Infinity) ? 'met' : 'not met'} |`,
  ].join(' | ');
}
