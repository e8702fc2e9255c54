import { parse as parseToml } from 'smol-toml';
import { Lexer, parseDocument, visit } from 'yaml';
import { yamlOptions } from './foreign-values.ts';

/**
 * What JSON cannot carry of YAML or TOML details. `anchors`: values written once and repeated by name;
 * `dates`: sites read them as dates, and in JSON as text; `readings`: words and numbers that sites read
 * differently from each other (`yes`, `010`, `12:30`).
 */
export interface DetailsLoss {
  readonly kind: 'comments' | 'anchors' | 'tags' | 'dates' | 'readings';
  readonly count: number;
  /** The first of them as written, for showing. */
  readonly first: string;
}

const kinds = ['comments', 'anchors', 'tags', 'dates', 'readings'] as const;
type Found = readonly [kind: DetailsLoss['kind'], text: string];

// YAML 1.1's date and time (https://yaml.org/type/timestamp.html), which js-yaml and most sites follow.
const yamlDate =
  /^\d{4}-\d\d?-\d\d?(?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?[ \t]*(?:Z|[-+]\d\d?(?::?\d\d)?)?)?$/;
const yamlReadings =
  /^(?:yes|no|on|off|y|n|[-+]?(?:0[0-9]+|0b[01_]+|\d[\d_]*_[\d_.]*|\d+(?::[0-5]?\d)+(?:\.\d*)?))$/i;

function* lossesOfYaml(block: string): Generator<Found> {
  for (const token of new Lexer().lex(block)) {
    // No text begins so: plain text cannot, and the other kinds begin with quotes or blanks.
    if (token.startsWith('#')) yield ['comments', token];
    else if (/^[&*]./.test(token)) yield ['anchors', token];
    else if (token.startsWith('!')) yield ['tags', token];
  }
  const found: Found[] = [];
  visit(parseDocument(block, yamlOptions), {
    Scalar(key, { type, source = '', tag }) {
      if (key === 'key' || type !== 'PLAIN' || tag !== undefined) return;
      if (yamlDate.test(source)) found.push(['dates', source]);
      else if (yamlReadings.test(source)) found.push(['readings', source]);
    },
  });
  yield* found;
}

// Strings first, so that a sign of a comment in one does not count.
const tomlToken =
  /"""(?:\\[\s\S]|[^\\])*?"{3,5}|'''[\s\S]*?'{3,5}|"(?:\\.|[^"\\\r\n])*"|'[^'\r\n]*'|(#[^\r\n]*)/g;

function* datesOf(value: unknown): Generator<Found> {
  if (value instanceof Date) yield ['dates', value.toISOString()];
  else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) yield* datesOf(child);
  }
}

function* lossesOfToml(block: string): Generator<Found> {
  for (const [, comment] of block.matchAll(tomlToken)) {
    if (comment !== undefined) yield ['comments', comment];
  }
  yield* datesOf(parseToml(block, { integersAsBigInt: true }));
}

/** What is lost when a block becomes JSON, by kind. The block must parse. */
export function findLosses(kind: 'yaml' | 'toml', block: string): readonly DetailsLoss[] {
  const found = [...(kind === 'yaml' ? lossesOfYaml(block) : lossesOfToml(block))];
  return kinds.flatMap((one): DetailsLoss[] => {
    const texts = found.filter(([name]) => name === one);
    const first = texts[0]?.[1];
    return first === undefined ? [] : [{ kind: one, count: texts.length, first }];
  });
}
