/** Characters that stand for their kind when two parts of a pattern are compared. */
const samples = [
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
}

const tokens =
  /\\[pPuxk](?:\{[^}]*\}|<[^>]*>|[0-9a-f]+)|\\c?.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((one) => b.has(one));

function matchesOf(atom: string): ReadonlySet<string> {
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
  const same = alternatives.some((pieces, index) => {
    const [only] = pieces;
    return (
      pieces.length === 1 &&
      only !== undefined &&
      alternatives
        .slice(0, index)
        .some(
          (others) => others.length === 1 && others[0] && overlap(others[0].matches, only.matches),
        )
    );
  });
  return loose || same;
}

/**
 * Whether a pattern can take time that doubles with each character, or near it: repetitions within many
 * repetitions, or repeated alternatives that match the same. A pattern that is merely slow is not found.
 */
export function isSlowPattern(pattern: string): boolean {
  const parts = pattern.match(tokens) ?? [];
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
      const most = mostTimes(quantifier);
      if (most > fewTimes && inner?.repeats) found = true;
      alternatives.at(-1)?.push({
        matches: inner?.matches ?? matchesOf(token),
        repeats: most === Infinity || (inner?.repeats === true && quantifier !== '?'),
        mandatory: !/^(?:[*?]|\{0)/.test(quantifier) && inner?.mandatory !== false,
      });
    }
    const matches = new Set(alternatives.flat().flatMap((piece) => [...piece.matches]));
    const mandatory = alternatives.every((pieces) => pieces.some((piece) => piece.mandatory));
    return { matches, repeats: isAmbiguous(alternatives), mandatory };
  }

  readGroup();
  return found;
}
