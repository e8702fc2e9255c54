import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportPlan, ExportResult } from '#core/export/plan';
import type { ExportContent, Failure, WorkspaceInfo } from '#core/ipc/contract';
import type { EventValues } from '#core/ipc/event-values';
import { onEvent, request } from '../../platform/bridge.ts';

/** How far the review has come. */
export type ReviewPhase = 'no-target' | 'planning' | 'ready' | 'applying' | 'done' | 'failed';

/** State and actions of one review; the only place that asks the main process. */
export interface ExportReviewState {
  readonly phase: ReviewPhase;
  readonly targetId: string;
  readonly root: string | undefined;
  readonly progress: EventValues['export.progress'] | undefined;
  readonly plan: ExportPlan | undefined;
  readonly result: ExportResult | undefined;
  readonly failure: Failure | undefined;
  /** Whether the failure came while exporting rather than while comparing. */
  readonly failedApplying: boolean;
  chooseTarget(): void;
  selectTarget(id: string): void;
  /** Checks and compares again. */
  compare(): void;
  apply(leaveOut: readonly string[]): void;
  /** Stops what is under way. */
  cancel(): void;
  /** Both texts of an item of the plan; `undefined` where they cannot be had any more. */
  content(target: string): Promise<ExportContent | undefined>;
}

interface Progressing {
  readonly phase: ReviewPhase;
  readonly plan?: ExportPlan;
  readonly result?: ExportResult;
  readonly failure?: Failure;
  readonly failedApplying?: true;
}

/** Plans as soon as a target is known, and follows the export to its end. */
export function useExportReview(workspace: WorkspaceInfo): ExportReviewState {
  const [targetId, setTargetId] = useState(workspace.config.targets[0]?.id ?? '');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const root = chosen[targetId] ?? workspace.targetRoots[targetId];
  const [state, setState] = useState<Progressing>({ phase: root ? 'planning' : 'no-target' });
  const [progress, setProgress] = useState<EventValues['export.progress']>();
  // Answers to a question that is no longer asked are dropped.
  const asked = useRef(0);

  useEffect(() => onEvent('export.progress', setProgress), []);

  const compare = useCallback(async (id: string, folder: string) => {
    const mine = (asked.current += 1);
    setProgress(undefined);
    setState({ phase: 'planning' });
    const planned = await request('export.plan', { target: id, root: folder });
    if (mine !== asked.current) return;
    setState(
      planned.ok
        ? { phase: 'ready', plan: planned.value }
        : { phase: 'failed', failure: planned.failure },
    );
  }, []);

  useEffect(() => {
    if (root === undefined) setState({ phase: 'no-target' });
    else void compare(targetId, root);
  }, [compare, targetId, root]);

  // Leaving the review must not leave a comparison running.
  useEffect(
    () => () => {
      asked.current += 1;
      void request('export.cancel');
    },
    [],
  );

  const { plan } = state;
  const planId = plan?.id;
  const content = useCallback(
    async (target: string) => {
      if (planId === undefined) return undefined;
      const answer = await request('export.content', { planId, target });
      return answer.ok ? answer.value : undefined;
    },
    [planId],
  );

  return {
    ...state,
    plan,
    result: state.result,
    failure: state.failure,
    failedApplying: state.failedApplying === true,
    targetId,
    root,
    progress,
    content,
    selectTarget: setTargetId,
    compare() {
      if (root !== undefined) void compare(targetId, root);
    },
    chooseTarget() {
      void request('export.chooseTarget', { target: targetId }).then((answer) => {
        if (!answer.ok) setState({ phase: 'failed', failure: answer.failure });
        else if (answer.value !== null) {
          const folder = answer.value;
          setChosen((before) => ({ ...before, [targetId]: folder }));
          // The same folder again still means: look anew.
          if (folder === root) void compare(targetId, folder);
        }
      });
    },
    apply(leaveOut) {
      if (plan === undefined) return;
      const mine = (asked.current += 1);
      setProgress(undefined);
      setState({ phase: 'applying', plan });
      void request('export.apply', { planId: plan.id, leaveOut: [...leaveOut] }).then((answer) => {
        if (mine !== asked.current) return;
        setState(
          answer.ok
            ? { phase: 'done', plan, result: answer.value }
            : { phase: 'failed', failure: answer.failure, failedApplying: true },
        );
      });
    },
    cancel() {
      void request('export.cancel');
    },
  };
}
