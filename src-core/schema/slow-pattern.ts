/** Characters that, with those in a pattern, stand for their kind when two parts of it are compared. */
const usualSamples = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...['\t', '\n', 'é', 'あ', 'ア', '漢', '、', '１', '😀'],
];

/** A piece of a pattern: what one repetition of it can match, and whether it repeats without end. */
interface Piece {
  /** Sample characters that it can match, of a group those of everything within. */
  readonly matches: ReadonlySet<string>;
  /** It can match more than one character in more than one way of repeating. */
  readonly repeats: boolean;
  /** It must match at least once. */
  readonly mandatory: boolean;
  /** What a group encloses, where it has no alternatives. */
  readonly pieces?: readonly Piece[];
}

const tokens =
  /\\[pPuxk](?:\{[^}]*\}|<[^>]*>|[0-9a-f]+)|\\c?.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((one) => b.has(one));

function matchesOf(atom: string, samples: readonly string[]): ReadonlySet<string> {
  try {
    const pattern = new RegExp(`^(?:${atom})$`, 'u');
    return new Set(samples.filter((sample) => pattern.test(sample)));
  } catch {
    // A reference to a group and the like: it could be anything.
    return new Set(samples);
  }
}

/** Repetitions within a repetition up to this many are merely slow. */
const fewTimes = 4;

/** The most times that a quantifier lets something repeat. */
function mostTimes(quantifier: string): number {
  const counted = /^\{(\d+)(,)?(\d*)/.exec(quantifier);
  if (!counted) return /^[*+]/.test(quantifier) ? Infinity : 1;
  const [, least = '', comma, most = ''] = counted;
  return most === '' && comma !== undefined ? Infinity : Number(most || least);
}

/** Whether repeating the others (`aa` by `a`, `ab` by `a` and `b`) can match what an alternative does. */
function isDivisible(alternatives: readonly (readonly Piece[])[], index: number): boolean {
  const whole = alternatives[index] ?? [];
  if (whole.some(({ repeats, mandatory }) => repeats || !mandatory)) return false;
  const divides = (from: number): boolean =>
    alternatives.some((pieces, other) => {
      const isFirst = from === 0;
      // Of two that are the same the latter is looked at, and none is made of itself.
      if (pieces.length === 0 || (isFirst && other === index)) return false;
      if (from + pieces.length > whole.length) return false;
      if (isFirst && pieces.length === whole.length && other > index) return false;
      const fits = pieces.every((one, i) => {
        const part = whole[from + i];
        return part !== undefined && one.mandatory && overlap(one.matches, part.matches);
      });
      return fits && (from + pieces.length === whole.length || divides(from + pieces.length));
    });
  return divides(0);
}

/** Whether repeating these pieces leaves it open where one repetition ends and the next begins. */
function isAmbiguous(alternatives: readonly (readonly Piece[])[]): boolean {
  const loose = alternatives.some((pieces) =>
    pieces.some(
      (piece) =>
        piece.repeats &&
        // A character between the repetitions that the repeating part cannot match keeps them apart.
        !pieces.some(
          (one) => one !== piece && one.mandatory && !overlap(one.matches, piece.matches),
        ),
    ),
  );
  return loose || alternatives.some((_, index) => isDivisible(alternatives, index));
}

/**
 * Whether a pattern can take time that doubles with each character, or near it: repetitions within many
 * repetitions, or repeated alternatives that match the same. A pattern that is merely slow is not found.
 */
export function isSlowPattern(pattern: string): boolean {
  const parts = pattern.match(tokens) ?? [];
  const samples = [...new Set([...usualSamples, ...pattern])];
  let at = 0;
  let found = false;

  function readGroup(): Piece {
    const alternatives: Piece[][] = [[]];
    while (at < parts.length && parts[at] !== ')') {
      const token = parts[at] ?? '';
      at += 1;
      if (token === '|') {
        alternatives.push([]);
        continue;
      }
      if (/^(?:\^|\$|\\b|\\B)$/.test(token)) continue;
      const isGroup = token.startsWith('(');
      const inner = isGroup ? readGroup() : undefined;
      if (isGroup) at += 1;
      const looksAround = /^\(\?(?:[=!]|<[=!])/.test(token);
      const quantifier = /^(?:[*+?]|\{\d)/.test(parts[at] ?? '') ? (parts[at] ?? '') : '';
      if (quantifier !== '') at += 1;
      if (looksAround) continue;
      // Without alternatives or a quantifier brackets change nothing.
      if (quantifier === '' && inner?.pieces) {
        alternatives.at(-1)?.push(...inner.pieces);
        continue;
      }
      const most = mostTimes(quantifier);
      if (most > fewTimes && inner?.repeats) found = true;
      alternatives.at(-1)?.push({
        matches: inner?.matches ?? matchesOf(token, samples),
        repeats: most === Infinity || (inner?.repeats === true && quantifier !== '?'),
        mandatory: !/^(?:[*?]|\{0)/.test(quantifier) && inner?.mandatory !== false,
      });
    }
    const matches = new Set(alternatives.flat().flatMap((piece) => [...piece.matches]));
    const mandatory = alternatives.every((pieces) => pieces.some((piece) => piece.mandatory));
    const [pieces = [], ...others] = alternatives;
    return {
      ...{ matches, repeats: isAmbiguous(alternatives), mandatory },
      ...(others.length === 0 ? { pieces } : {}),
    };
  }

  readGroup();
  return found;
}
