import { useState } from 'react';
import type { SchemaProposal } from '#core/schema/schema-proposal';

/** The definitions that are looked at: those of the folder, or those read from the guides. */
export type Start = 'current' | 'proposal';

/** The text of the definitions to be saved, and what was changed in it by hand. */
export interface Drafts {
  readonly start: Start;
  /** There are present definitions to choose besides the proposal. */
  readonly hasCurrent: boolean;
  /** `undefined` until the guides were read. */
  readonly text: string | undefined;
  /** This text was changed by hand. */
  readonly typed: boolean;
  /** Any text was: closing would lose it. */
  readonly changed: boolean;
  readonly choose: (start: Start) => void;
  readonly write: (text: string) => void;
}

/** Keeps what is written for each start, so that looking at the other loses nothing. */
export function useDrafts(proposal: SchemaProposal | undefined): Drafts {
  const [written, setWritten] = useState<Partial<Record<Start, string>>>({});
  const [chosen, setChosen] = useState<Start>();
  const originals: Readonly<Record<Start, string | undefined>> = {
    current: proposal?.current?.text,
    proposal: proposal?.text,
  };
  const isTyped = (start: Start): boolean =>
    written[start] !== undefined && written[start] !== originals[start];
  // Present definitions that were deleted elsewhere stay as long as they were changed here.
  const hasCurrent = originals.current !== undefined || isTyped('current');
  const start = hasCurrent ? (chosen ?? 'current') : 'proposal';
  return {
    start,
    hasCurrent,
    text: proposal && (written[start] ?? originals[start]),
    typed: isTyped(start),
    changed: isTyped('current') || isTyped('proposal'),
    choose: setChosen,
    write: (text) => setWritten((before) => ({ ...before, [start]: text })),
  };
}
