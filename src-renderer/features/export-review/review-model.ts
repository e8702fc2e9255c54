import type { ExportPlan, PlanAction, PlanItem } from '#core/export/plan';
import { type Selection, selectItems } from '#core/export/selection';
import { fold } from '#core/text/fold';

/** Groups of the plan from top to bottom. */
const groupOrder = [
  'conflict',
  'blocked',
  'added',
  'changed',
  'removed',
  'unchanged',
] as const satisfies readonly PlanAction[];

/** A line of the list: the head of a group, or one file. */
export type ReviewRow =
  | {
      readonly type: 'group';
      readonly action: PlanAction;
      readonly count: number;
      readonly open: boolean;
      /** Lines that the group adds and takes away together, of what is not left out. */
      readonly lines: { readonly added: number; readonly removed: number };
    }
  | {
      readonly type: 'item';
      readonly item: PlanItem;
      /** `out`: left out by the author; `with`: cannot go without something left out. */
      readonly state: 'in' | 'out' | 'with' | 'fixed';
    };

/** Whether the author may leave an item out. */
export function isOptional({ action }: PlanItem): boolean {
  return action === 'added' || action === 'changed' || action === 'removed';
}

/** Names a row through filtering and folding; a path under the target may stand for two blocked guides. */
export function rowKey(row: ReviewRow): string {
  return row.type === 'group' ? `group:${row.action}` : `${row.item.source}:${row.item.target}`;
}

/** The items that get a line: guides, and images that no listed guide brings. */
export function listedItems(plan: ExportPlan): readonly PlanItem[] {
  const brought = new Set(
    plan.items.flatMap((item) =>
      item.kind === 'guide' && (item.action === 'added' || item.action === 'changed')
        ? item.images
        : [],
    ),
  );
  return plan.items.filter(
    (item) =>
      item.kind === 'guide' ||
      (item.action !== 'unchanged' &&
        !(brought.has(item.target) && (item.action === 'added' || item.action === 'changed'))),
  );
}

/** The lines of the list after filtering, leaving out and folding. */
export function reviewRows(
  plan: ExportPlan,
  leaveOut: ReadonlySet<string>,
  closed: ReadonlySet<PlanAction>,
  filter: string,
): readonly ReviewRow[] {
  const wanted = fold(filter.trim());
  const { leftOut } = selectItems(plan.items, [...leaveOut]);
  const items = listedItems(plan).filter((item) =>
    fold(`${item.label}\n${item.title}\n${item.target}`).includes(wanted),
  );
  return groupOrder.flatMap((action): ReviewRow[] => {
    const members = items.filter((item) => item.action === action);
    if (members.length === 0) return [];
    const open = !closed.has(action);
    const lines = { added: 0, removed: 0 };
    for (const item of members) {
      if (leftOut.has(item.target)) continue;
      lines.added += item.lines?.added ?? 0;
      lines.removed += item.lines?.removed ?? 0;
    }
    const head: ReviewRow = { type: 'group', action, count: members.length, open, lines };
    return open
      ? [head, ...members.map((item): ReviewRow => ({ type: 'item', item, state: stateOf(item) }))]
      : [head];
  });

  function stateOf(item: PlanItem): 'in' | 'out' | 'with' | 'fixed' {
    if (!isOptional(item)) return 'fixed';
    if (leaveOut.has(item.target)) return 'out';
    return leftOut.has(item.target) ? 'with' : 'in';
  }
}

/** What the export would do now. */
export interface ReviewCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** What the button names: everything that would be written or removed and has a line of its own. */
  readonly total: number;
  readonly selection: Selection;
}

/** Counts what would be exported with some items left out. */
export function reviewCounts(plan: ExportPlan, leaveOut: ReadonlySet<string>): ReviewCounts {
  const selection = selectItems(plan.items, [...leaveOut]);
  const listed = new Set(listedItems(plan));
  const done = [...selection.write, ...selection.remove].filter((item) => listed.has(item));
  const count = (action: PlanAction): number =>
    done.filter((item) => item.action === action).length;
  return {
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    total: done.length,
    selection,
  };
}

/** Bytes for people, in the units of the system's file lists. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

/** Last name of a path on disk, for people. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).findLast((name) => name !== '') ?? path;
}
