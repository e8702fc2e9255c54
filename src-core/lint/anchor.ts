import type { GuideRecord } from '../catalog/guide-record.ts';
import { lineAt } from './node-range.ts';

/** The anchor of a finding at a place; empty where nothing stands there. */
export type AnchorOf = (from: number, to: number) => string;

/** A marked text shorter than this is found in too many places to be known by itself. */
const shortText = 8;
const longestAnchor = 200;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, longestAnchor);

/** Anchors of findings in a text: what they mark, or the whole line where that is short. */
export function anchorIn(text: string): AnchorOf {
  return (from, to) => {
    const marked = tidy(text.slice(from, Math.min(to, from + 4 * longestAnchor)));
    if (marked.length >= shortText) return marked;
    // The line as far as it is near: a long one with many findings would be walked again for each.
    const start = Math.max(0, from - longestAnchor);
    const near = text.slice(start, from + longestAnchor);
    const line = lineAt(near, from - start);
    return tidy(near.slice(line.from, Math.max(line.to, to - start)));
  };
}

/** Anchors of findings about a guide among others, whose text is not at hand: the value that stands there. */
export function anchorInRecord(record: GuideRecord): AnchorOf {
  return (from, to) => {
    const { relations, choices, words, images, links, keys } = record;
    const all = [...relations, ...choices, ...words, ...images, ...links, ...Object.values(keys)];
    const found = all.find((one) => one.from === from && one.to === to);
    return found ? tidy(found.value) : '';
  };
}
