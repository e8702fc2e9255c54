import type { Option } from './option.ts';

/** What can take the place of a token, best first. */
export interface Found {
  /** The token; UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Option[];
}
