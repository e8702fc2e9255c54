import { eastAsianWidthType } from 'get-east-asian-width';

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

// Cluster shapes that are drawn as one emoji: shown so by default, asked for by U+FE0F, keycaps, flags.
const emojiCluster =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}[\u{1f3fb}-\u{1f3ff}]?\u{fe0f}|[0-9#*]\u{fe0f}?\u{20e3}|\p{RI}\p{RI})/u;
const loneRegionalIndicator = /^\p{RI}$/u;
const halfWidthVoicing = /[\uff9e\uff9f]/g;
const halfWidthKana = /^[\uff61-\uff9f]/;

/** Texts made of these alone need no segmenter: no cluster of theirs has two code points. */
const plainText = /^[\x20-\x7e\u3000-\u3029\u3041-\u3096\u309b-\u30ff\u4e00-\u9fff\uff01-\uff60]*$/;
const plainUnit = /[\x20-\x7e\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/;
/** Segmenting is quadratic in Node 20, so long texts go through it in pieces of about this many units. */
const pieceUnits = 512;

function clusterWidth(cluster: string): number {
  if (emojiCluster.test(cluster) && !loneRegionalIndicator.test(cluster)) return 1;
  const codePoint = cluster.codePointAt(0) ?? 0;
  const type = eastAsianWidthType(codePoint);
  if (type === 'wide' || type === 'fullwidth' || type === 'ambiguous') return 1;
  // ｶﾞ is one cluster to Unicode, yet two half-width cells on the page.
  if (halfWidthKana.test(cluster) && cluster.length > 1) {
    return 0.5 + (cluster.slice(1).match(halfWidthVoicing)?.length ?? 0) * 0.5;
  }
  return 0.5;
}

/** Where a piece that begins at `from` may end without cutting a cluster, as far as one can tell cheaply. */
function pieceEnd(text: string, from: number): number {
  let end = from + pieceUnits;
  if (end >= text.length) return text.length;
  for (let at = end; at > from; at -= 1) {
    if (plainUnit.test(text.charAt(at))) return at;
  }
  const unit = text.charCodeAt(end);
  if (unit >= 0xdc00 && unit <= 0xdfff) end += 1;
  return end;
}

function plainWidth(text: string): number {
  let width = text.length;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) < 0x7f) width -= 0.5;
  return width;
}

/**
 * Width of a text in full-width units: East Asian Wide, Fullwidth and Ambiguous characters and
 * emoji are 1, every other cluster 0.5 (guide-format.md; UAX #11).
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (let from = 0; from < text.length;) {
    const to = pieceEnd(text, from);
    const piece = text.slice(from, to);
    if (plainText.test(piece)) width += plainWidth(piece);
    else for (const { segment } of graphemes.segment(piece)) width += clusterWidth(segment);
    from = to;
  }
  return width;
}

/** Offset (UTF-16, from 0) of the first cluster that no longer fits in `limit` full-width units; the length if all fits. */
export function offsetAtWidth(text: string, limit: number): number {
  let width = 0;
  for (let from = 0; from < text.length;) {
    const to = pieceEnd(text, from);
    for (const { segment, index } of graphemes.segment(text.slice(from, to))) {
      width += clusterWidth(segment);
      if (width > limit) return from + index;
    }
    from = to;
  }
  return text.length;
}
