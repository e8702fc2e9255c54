import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#core/ipc/contract';
import { definitionsFailureText } from '#core/messages/field-definitions';
import type { SchemaTrial } from '#core/schema/schema-proposal';
import type { TrialState } from './definitions-model.ts';
import type { DefinitionsSource, useQueue } from './use-definitions.ts';

/** A pause in typing after which a text is tried by itself. */
const pauseMs = 600;

interface TrialProps {
  readonly source: DefinitionsSource;
  readonly queue: ReturnType<typeof useQueue>;
  /** `undefined` while there is nothing to try. */
  readonly text: string | undefined;
  /** The maintainer is writing: a pause is waited for. */
  readonly typed: boolean;
  /** An input method is at work: half a word is not tried. */
  readonly composing: boolean;
}

function toState(text: string, result: Result<SchemaTrial>): TrialState {
  if (result.ok) return { state: 'known', text, trial: result.value };
  const { code } = result.failure;
  return code === 'cancelled'
    ? { state: 'stopped' }
    : { state: 'failed', message: definitionsFailureText(code) };
}

/** Tries definitions on the guides whenever their text has changed and rested; the last text wins. */
export function useTrial({ source, queue, text, typed, composing }: TrialProps): {
  readonly trial: TrialState;
  readonly tryNow: () => void;
} {
  const [trial, setTrial] = useState<TrialState>({ state: 'waiting' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    setTrial({ state: 'waiting' });
    if (text === undefined || composing) return undefined;
    let running = false;
    let left = false;
    const begin = async (): Promise<void> => {
      if (left) return;
      running = true;
      setTrial({ state: 'trying' });
      const result = await source.tryOut(text);
      running = false;
      if (!left) setTrial(toState(text, result));
    };
    const timer = setTimeout(() => void queue(begin), typed ? pauseMs : 0);
    return () => {
      left = true;
      clearTimeout(timer);
      if (running) source.cancel();
    };
  }, [source, queue, text, typed, composing, round]);
  return { trial, tryNow: useCallback(() => setRound((before) => before + 1), []) };
}
