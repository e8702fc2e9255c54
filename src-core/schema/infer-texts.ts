import { displayWidth } from '../text/display-width.ts';
import {
  count,
  createTally,
  keepFirst,
  type Place,
  type Seen,
  type Tally,
} from './infer-places.ts';
import { textShapes, type TextShape } from './infer-shapes.ts';

/** One text as the guides use it. */
export interface TextUse {
  uses: number;
  /** In how many guides. */
  guides: number;
  /** The guide that used it last; guides come one after the other. */
  lastPath: string;
  readonly first: Seen[];
}

/** How many texts have a shape, and which do not. */
interface ShapeCount {
  fits: number;
  tells: number;
  readonly misses: Tally;
}

/** What is kept of the texts of one field. */
export interface TextStats {
  count: number;
  /** How many guides have any. */
  guides: number;
  lastPath: string;
  readonly empty: Tally;
  hasLines: boolean;
  /** How many texts have each width, in full-width units; the empty text has none. */
  readonly widths: Map<number, number>;
  readonly shapes: ReadonlyMap<TextShape['id'], ShapeCount>;
  /** Each text by itself; `undefined` where some are long or there are too many, so that they are no names. */
  uses: Map<string, TextUse> | undefined;
}

/** Longest text that may be a name or a word of a list, in UTF-16 units. */
const longestName = 120;
/** Most different texts that are told apart; a folder of that many guides has no use for a list of them. */
const mostNames = 30_000;

/** Makes the statistics of no texts. */
export function createTextStats(): TextStats {
  return {
    count: 0,
    guides: 0,
    lastPath: '',
    empty: createTally(),
    hasLines: false,
    widths: new Map(),
    shapes: new Map(textShapes.map(({ id }) => [id, { fits: 0, tells: 0, misses: createTally() }])),
    uses: new Map(),
  };
}

function countUse(stats: TextStats, text: string, place: Place): void {
  const { uses } = stats;
  if (!uses) return;
  // Both limits hold for the sum of all guides, so that their order makes no difference.
  if (text.length > longestName || (uses.size >= mostNames && !uses.has(text))) {
    stats.uses = undefined;
    return;
  }
  let use = uses.get(text);
  if (!use) uses.set(text, (use = { uses: 0, guides: 0, lastPath: '', first: [] }));
  use.uses += 1;
  if (use.lastPath !== place.path || use.guides === 0) use.guides += 1;
  use.lastPath = place.path;
  const { path, pointer } = place;
  keepFirst(use.first, place, () => ({ path, pointer, value: JSON.stringify(text) }));
}

/** Takes in one text of the field. */
export function addText(stats: TextStats, text: string, place: Place): void {
  if (stats.lastPath !== place.path || stats.guides === 0) stats.guides += 1;
  stats.lastPath = place.path;
  stats.count += 1;
  if (text === '') count(stats.empty, place, text);
  else {
    const width = displayWidth(text);
    stats.widths.set(width, (stats.widths.get(width) ?? 0) + 1);
  }
  if (!stats.hasLines && /[\r\n]/.test(text)) stats.hasLines = true;
  for (const shape of textShapes) {
    const counts = stats.shapes.get(shape.id);
    if (!counts) continue;
    // No shape needs more than a line; matching a whole chapter against each would only take time.
    if (text.length <= 2048 && shape.fits(text)) {
      counts.fits += 1;
      if (shape.tells(text)) counts.tells += 1;
    } else count(counts.misses, place, text);
  }
  countUse(stats, text, place);
}
