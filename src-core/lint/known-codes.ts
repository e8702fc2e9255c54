import { allRules } from './all-rules.ts';

/** Codes of findings that no rule makes. */
const others = [
  'internal-error',
  'not-utf8',
  'name-not-utf8',
  'too-large',
  'config-value',
  'config-syntax',
];

/** Families whose codes end in a word that is not known beforehand: a keyword, a rule for prose. */
const families = ['schema', 'prose'];

/** Every code that a workspace may name, in the order of the help; families by their own name. */
export const knownCodes: readonly string[] = [...allRules.map(({ id }) => id), 'prose', ...others];

/** Whether findings of this code, or of this family of codes, exist. */
export function isKnownCode(code: string): boolean {
  return knownCodes.includes(code) || families.some((family) => code.startsWith(`${family}-`));
}
