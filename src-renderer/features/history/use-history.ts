import { useEffect, useState } from 'react';
import type { HistoryVersion } from '#core/history/history-version';
import { request } from '../../platform/bridge.ts';

/** The versions of a guide, and the text of one of them; the only place that asks the main process. */
export interface HistoryState {
  /** The newest last; `undefined` while they are being read, `null` where they cannot be. */
  readonly versions: readonly HistoryVersion[] | null | undefined;
  /** Text of the chosen version, or of the one before until it is read; `null` where it cannot be. */
  readonly text: string | null | undefined;
  /** Whether `text` is that of the chosen version. */
  readonly isRead: boolean;
  /** The chosen version: the newest at first. */
  readonly chosen: HistoryVersion | undefined;
  choose(id: number): void;
}

/** Reads the history of a guide once, and the text of whichever version is chosen. */
export function useHistory(path: string): HistoryState {
  const [versions, setVersions] = useState<readonly HistoryVersion[] | null>();
  const [id, choose] = useState<number>();
  const [read, setRead] = useState<{ readonly id: number; readonly text: string | null }>();

  useEffect(() => {
    let isCurrent = true;
    void request('history.list', { path }).then((answer) => {
      if (isCurrent) setVersions(answer.ok ? answer.value : null);
    });
    return () => {
      isCurrent = false;
    };
  }, [path]);

  const chosen = versions?.find((version) => version.id === id) ?? versions?.at(-1);
  const chosenId = chosen?.id;
  useEffect(() => {
    if (chosenId === undefined) return undefined;
    let isCurrent = true;
    void request('history.read', { path, id: chosenId }).then((answer) => {
      if (isCurrent) setRead({ id: chosenId, text: answer.ok ? answer.value.text : null });
    });
    return () => {
      isCurrent = false;
    };
  }, [path, chosenId]);

  // The text before is shown until the next one is there: keys that are held down must not flicker.
  return { versions, chosen, choose, text: read?.text, isRead: read?.id === chosenId };
}
