import { isNearlyAll } from './infer-names.ts';
import { toOutliers } from './infer-places.ts';
import type { Kind, ValueStats } from './infer-values.ts';
import type { FieldEvidence, Outlier } from './schema-proposal.ts';

/** The kind of a field's values, and the values of another kind. */
interface DecidedType {
  readonly type: FieldEvidence['type'];
  /** As JSON Schema writes it; `undefined` asks nothing. */
  readonly types: string | readonly string[] | undefined;
  readonly outliers: readonly Outlier[];
  readonly outlierCount: number;
}

/** The kind of a field's values: the one that nearly all have, where there is one. */
export function decideType({ kinds }: ValueStats): DecidedType {
  const counts = new Map<Kind, number>();
  for (const [kind, { count }] of kinds) counts.set(kind, count);
  const nulls = counts.get('null') ?? 0;
  counts.delete('null');
  // A whole number is a number that happens to have no fraction.
  const whole = counts.get('integer') ?? 0;
  if (counts.has('number') && whole > 0) {
    counts.set('number', whole + (counts.get('number') ?? 0));
    counts.delete('integer');
  }
  let total = 0;
  for (const count of counts.values()) total += count;
  if (total === 0) return { type: 'null', types: undefined, outliers: [], outlierCount: 0 };
  const main = [...counts].find(([, count]) => isNearlyAll(count, total))?.[0];
  if (main === undefined) {
    const types = [...counts.keys(), ...(nulls > 0 ? ['null'] : [])].sort();
    return { type: 'mixed', types, outliers: [], outlierCount: 0 };
  }
  const others = [...kinds].filter(
    ([kind]) => kind !== main && kind !== 'null' && !(main === 'number' && kind === 'integer'),
  );
  return {
    type: main,
    types: nulls > 0 ? [main, 'null'] : main,
    outliers: others.flatMap(([, { first }]) => toOutliers(first, 'type')),
    outlierCount: total - (counts.get(main) ?? 0),
  };
}
