import { type MergeChoices, type MergePlace, type MergeWhere, choiceOf } from './merge-place.ts';
import { type Block, blocksText, type BlockText, headingOf } from './split-blocks.ts';
import { compareThree, type Span } from './three-way.ts';

/** A block of the merged text, with where it stands in the two texts it may come from. */
interface Emitted {
  readonly text: string;
  readonly after: string;
  readonly mine?: number;
  readonly theirs?: number;
}

/** What is settled, or a place that the author can choose. */
type Piece =
  | { readonly kind: 'settled'; readonly blocks: readonly Emitted[] }
  | {
      readonly kind: 'place';
      readonly place: MergePlace;
      readonly mine: readonly Emitted[];
      readonly theirs: readonly Emitted[];
    };

/** Three texts merged block by block, with what is still to be chosen. */
export interface MergedBlocks {
  readonly places: readonly MergePlace[];
  readonly pieces: readonly Piece[];
  readonly lead: string;
  /** What comes after the last block. */
  readonly end: string;
  readonly mine: readonly Block[];
  readonly theirs: readonly Block[];
  /** What parts two blocks that were no neighbours before. */
  readonly gap: string;
}

/** A merged text and where its places stand in it; UTF-16 offsets. */
export interface ComposedText {
  readonly text: string;
  readonly ranges: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
}

/** The three versions of something. */
export interface Three<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

/** What one side has changed, or mine where both have. */
function pick<T>({ base, mine, theirs }: Three<T>): T {
  return mine === base ? theirs : mine;
}

const within = <T>(items: readonly T[], { from, to }: Span): readonly T[] => items.slice(from, to);

const textIn = (blocks: readonly Block[], span: Span): string | undefined =>
  span.from === span.to ? undefined : blocksText(within(blocks, span));

/** Numbers of lines (from 1) and headings above, by the index of a block; one more than there are blocks. */
function createPlaces({ lead, blocks }: BlockText, firstLine: number) {
  let line = firstLine + lead.split('\n').length - 1;
  let heading: string | undefined;
  const places: { readonly line: number; readonly heading: string | undefined }[] = [];
  for (const block of blocks) {
    places.push({ line, heading });
    heading = headingOf(block) ?? heading;
    line += (block.text + block.after).split('\n').length - 1;
  }
  places.push({ line, heading });
  return places;
}

/** What both texts of a place are together: mine, then theirs. */
function bothOf(mine: string | undefined, theirs: string | undefined, gap: string) {
  return mine === undefined || theirs === undefined ? undefined : mine + gap + theirs;
}

/**
 * Merges three texts that are split into blocks. `kind` says what the blocks are, `firstLine` is the
 * number of the first line, ids of places count from `firstId`.
 */
export function mergeBlocks(
  texts: Three<BlockText>,
  options: {
    readonly kind: 'body' | 'lines';
    readonly firstLine: number;
    readonly firstId: number;
  },
): MergedBlocks {
  const { kind, firstLine, firstId } = options;
  const gap = kind === 'body' ? '\n\n' : '\n';
  const [base, mine, theirs] = [texts.base.blocks, texts.mine.blocks, texts.theirs.blocks];
  const keys = (blocks: readonly Block[]): string[] => blocks.map(({ text }) => text);
  const whereAt = createPlaces(texts.mine, firstLine);
  const places: MergePlace[] = [];
  const emit = (side: 'mine' | 'theirs', span: Span): Emitted[] =>
    within(side === 'mine' ? mine : theirs, span).map((block, index) => ({
      ...block,
      [side]: span.from + index,
    }));
  const pieces = compareThree(keys(base), keys(mine), keys(theirs)).map((run): Piece => {
    if (run.kind === 'same' || run.kind === 'agreed') {
      const blocks = within(mine, run.mine).map((block, index) => {
        const [at, theirAt] = [run.mine.from + index, run.theirs.from + index];
        const afters = {
          base: run.kind === 'same' ? base[run.base.from + index]?.after : block.after,
          mine: block.after,
          theirs: theirs[theirAt]?.after,
        };
        return { text: block.text, after: pick(afters) ?? '', mine: at, theirs: theirAt };
      });
      return { kind: 'settled', blocks };
    }
    const [own, other] = [textIn(mine, run.mine), textIn(theirs, run.theirs)];
    const found = whereAt[run.mine.from];
    const where: MergeWhere = {
      kind,
      line: found?.line ?? firstLine,
      ...(found?.heading === undefined ? {} : { heading: found.heading }),
    };
    const place: MergePlace = {
      id: firstId + places.length,
      where,
      base: textIn(base, run.base),
      mine: own,
      theirs: other,
      both: run.kind === 'conflict' ? bothOf(own, other, gap) : undefined,
      taken: run.kind === 'conflict' ? undefined : run.kind,
    };
    places.push(place);
    return {
      kind: 'place',
      place,
      mine: emit('mine', run.mine),
      theirs: emit('theirs', run.theirs),
    };
  });
  const afterLast = (blocks: readonly Block[]): string => blocks.at(-1)?.after ?? '';
  return {
    places,
    pieces,
    lead: pick({ base: texts.base.lead, mine: texts.mine.lead, theirs: texts.theirs.lead }),
    end: pick({ base: afterLast(base), mine: afterLast(mine), theirs: afterLast(theirs) }),
    mine,
    theirs,
    gap,
  };
}

function chosenBlocks(piece: Piece, choices: MergeChoices): readonly Emitted[] {
  if (piece.kind === 'settled') return piece.blocks;
  const choice = choiceOf(piece.place, choices);
  if (typeof choice === 'object') {
    const text = choice.own.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
    return text === '' ? [] : [{ text, after: '' }];
  }
  if (choice === 'both') return [...piece.mine, ...piece.theirs];
  return piece[choice];
}

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/** The merged text as the author has chosen. */
export function composeBlocks(merged: MergedBlocks, choices: MergeChoices): ComposedText {
  const { mine, theirs, gap } = merged;
  const ranges = new Map<number, { from: number; to: number }>();
  let text = merged.lead;
  let last: Emitted | undefined;
  /** Two blocks keep what parts them where they were neighbours; others must not run into one. */
  const partOf = (block: Emitted, next: Emitted): string => {
    const stays =
      (block.mine !== undefined &&
        next.mine === block.mine + 1 &&
        mine[block.mine]?.after === block.after) ||
      (block.theirs !== undefined &&
        next.theirs === block.theirs + 1 &&
        theirs[block.theirs]?.after === block.after);
    return stays || lineBreaks(block.after) >= lineBreaks(gap) ? block.after : gap;
  };
  for (const piece of merged.pieces) {
    let from: number | undefined;
    for (const block of chosenBlocks(piece, choices)) {
      if (last) text += partOf(last, block);
      from ??= text.length;
      text += block.text;
      last = block;
    }
    if (piece.kind === 'place') {
      ranges.set(piece.place.id, { from: from ?? text.length, to: text.length });
    }
  }
  return { text: last ? text + merged.end : text, ranges };
}
