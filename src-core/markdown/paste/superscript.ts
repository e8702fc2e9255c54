import { type Content, textOf } from './elements.ts';

const raised = new Map(
  Array.from('0123456789+-n', (char, at) => [char, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'.charAt(at)]),
);
const lowered = new Map(
  Array.from('0123456789+-', (char, at) => [char, '₀₁₂₃₄₅₆₇₈₉₊₋'.charAt(at)]),
);

/** Raised or lowered figures as characters of their own, so that 10² does not become 102; other text as it is. */
export function superscript(name: 'sup' | 'sub', children: readonly Content[]): Content[] {
  const table = name === 'sup' ? raised : lowered;
  const chars = Array.from(children.map(textOf).join('').trim());
  const found = chars.flatMap((char) => table.get(char) ?? []);
  const isNumber = chars.length > 0 && found.length === chars.length;
  return isNumber ? [{ type: 'text', value: found.join('') }] : [...children];
}
