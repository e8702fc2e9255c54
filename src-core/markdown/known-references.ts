import type { Data } from 'unified';

/** Labels that a piece of a text may refer to although they are defined in another piece. */
export interface KnownReferences {
  /** Identifiers of link definitions, as mdast normalises them. */
  readonly definitions: readonly string[];
  /** Identifiers of footnotes. */
  readonly footnotes: readonly string[];
}

/** An extension of the Markdown parser, in micromark's sense. */
export type ParserExtension = NonNullable<Data['micromarkExtensions']>[number];

type Constructs = NonNullable<NonNullable<ParserExtension['text']>[number]>;
type Construct = Exclude<Constructs, readonly unknown[]>;
type ParseContext = ThisParameterType<Construct['tokenize']>['parser'];

const openingBracket = 91;
const exclamationMark = 33;

function add(to: string[], identifiers: readonly string[]): void {
  const present = new Set(to);
  // micromark compares labels in upper case, mdast keeps the same label in lower case.
  for (const identifier of identifiers) {
    const label = identifier.toUpperCase();
    if (!present.has(label)) to.push(label);
  }
}

function addKnown(
  context: ParseContext & { gfmFootnotes?: string[] },
  known: KnownReferences,
): void {
  add(context.defined, known.definitions);
  context.gfmFootnotes ??= [];
  add(context.gfmFootnotes, known.footnotes);
}

/**
 * A parser extension under which references to the labels that `known` gives count as defined. It
 * never matches anything: the first `[` of running text, which micromark reads after every
 * definition, only gives it the chance to add the labels.
 */
export function knownReferencesExtension(known: () => KnownReferences): ParserExtension {
  const seen = new WeakSet<ParseContext>();
  const construct: Construct = {
    name: 'knownReferences',
    tokenize(_effects, _ok, nok) {
      if (!seen.has(this.parser)) {
        seen.add(this.parser);
        addKnown(this.parser, known());
      }
      return nok;
    },
  };
  return { text: { [openingBracket]: construct, [exclamationMark]: construct } };
}
