import type { Localized } from '../messages/messages.ts';

/** What an export would do with one file of the target. */
export type PlanAction = 'added' | 'changed' | 'unchanged' | 'blocked' | 'conflict' | 'removed';

/** One guide or image of an export plan. */
export interface PlanItem {
  readonly action: PlanAction;
  readonly kind: 'guide' | 'image';
  /** Path in the workspace, with `/`; for `removed`, the path it was exported from. */
  readonly source: string;
  /** Path under the target, with `/`. */
  readonly target: string;
  /** Name of the guide for people; for images, the site path. */
  readonly label: string;
  readonly title: string;
  /** SHA-256 (hex) of the bytes to write; absent for `removed`. */
  readonly post?: string;
  /** SHA-256 (hex) of what the target holds now; absent where nothing is there. */
  readonly pre?: string;
  readonly bytes: number;
  /** Why a guide is blocked or in conflict, the first reason first. */
  readonly reasons: readonly Localized[];
  /** Where the first finding that blocks a guide is; absent where it is not a finding of that guide. */
  readonly place?: { readonly pointer?: string; readonly from: number };
  /** Images (paths under the target) that this guide brings. */
  readonly images: readonly string[];
  /** Items (paths under the target) without which this one may not be done: leaving one out leaves this out. */
  readonly needs: readonly string[];
  /** Lines added and taken away against the target; absent for images. */
  readonly lines?: { readonly added: number; readonly removed: number };
}

/** What an export would do, to be read before anything is written. */
export interface ExportPlan {
  /** Changes whenever the workspace or the target does; apply refuses another plan's id. */
  readonly id: string;
  readonly targetRoot: string;
  readonly items: readonly PlanItem[];
}

/** What an export did. */
export interface ExportResult {
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly blocked: number;
}
