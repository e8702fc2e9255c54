import type { ListedFile, WorkspaceFiles } from '#core/catalog/workspace-files';
import type { DetailsData } from '#core/document/json-data';
import type { ParsedGuide } from '#core/document/parse-guide';
import { parseHead } from './workspace-engine-guides.ts';
import { readHead } from './workspace-engine-scan.ts';

/** How many heads are read at once, and how many guides are looked at before others may work. */
const chunk = 32;
/** Shortest time between two reports of progress. */
const progressMs = 100;

/** What a pass over the heads of all guides works with. */
export interface VisitPorts {
  readonly files: Pick<WorkspaceFiles, 'read'>;
  /** Text of a guide that is open, which counts instead of the file; `undefined` for others. */
  readonly openText: (path: string) => string | undefined;
  /** Lets other work run, and comes back after it. */
  readonly pause: () => Promise<void>;
  /** Whether the pass should end before it is done. */
  readonly isStopped: () => boolean;
  /** Called at most ten times a second, and when all is done; `done` of `total` guides. */
  readonly progress: (done: number, total: number) => void;
  /** Milliseconds, for progress alone. */
  readonly now: () => number;
}

/**
 * Reads the guide details of every file and the start of its body, and calls `visit` with them in the order given;
 * `undefined` text for a file that cannot be read. Gives whether it came to the end.
 */
export async function visitGuides(
  listed: readonly ListedFile[],
  ports: VisitPorts,
  visit: (path: string, text: string | undefined) => void,
): Promise<boolean> {
  const { files, openText, pause, isStopped, progress, now } = ports;
  const total = listed.length;
  let told = Number.NEGATIVE_INFINITY;
  for (let from = 0; from < total; from += chunk) {
    if (isStopped()) return false;
    if (now() - told >= progressMs) {
      told = now();
      progress(from, total);
    }
    const part = listed.slice(from, from + chunk);
    const texts = await Promise.all(
      part.map(async (file) => openText(file.path) ?? (await readHead(file, files))),
    );
    for (const [index, { path }] of part.entries()) visit(path, texts[index]);
    await pause();
  }
  if (isStopped()) return false;
  progress(total, total);
  return true;
}

/** Whether the details of a guide say what the author means: broken ones lack fields that are only misread. */
function isWhole({ parts, diagnostics }: ParsedGuide): boolean {
  return (
    parts.kind !== 'refused' &&
    !diagnostics.some(({ code }) => code === 'json-syntax' || code === 'front-matter-syntax')
  );
}

/** The details of a guide by its first bytes; `other` for a file without any, `unreadable` for broken ones. */
export function readDetails(text: string | undefined): DetailsData | 'other' | 'unreadable' {
  if (text === undefined) return 'unreadable';
  const parsed = parseHead(text);
  if (parsed.parts.kind === 'none') return 'other';
  return parsed.data && isWhole(parsed) ? parsed.data : 'unreadable';
}
