import { fixAll } from '#core/lint/plan-fixes';
import { encodeGuide } from '../files/guide-files.ts';
import type { Saver } from '../files/saver.ts';
import { toVisible } from './check-report.ts';
import type { CliContext } from './cli-context.ts';
import { rewriteFile } from './edit-file.ts';
import type { CliWorkspace } from './open-workspace.ts';

/** Fixes what can be fixed unseen in each file; gives how many changed and how many were refused, and says why. */
export async function fixFiles(
  root: string,
  paths: readonly string[],
  { engine }: CliWorkspace,
  saver: Pick<Saver, 'save'>,
  context: CliContext,
): Promise<{ readonly changed: number; readonly refused: number }> {
  let changed = 0;
  let refused = 0;
  for (const path of paths) {
    const result = await rewriteFile(
      root,
      path,
      (text, bom) => {
        const mark = bom ? '\ufeff' : '';
        const fixed = fixAll(mark + text, (now) => {
          const bytes = encodeGuide(now.slice(mark.length), bom);
          return bytes ? engine.checkBytes(path, bytes).diagnostics : [];
        });
        return { ok: true, text: fixed.slice(mark.length) };
      },
      saver,
    );
    if (result.status === 'changed') changed += 1;
    if (result.status !== 'refused') continue;
    refused += 1;
    context.err(`${toVisible(path)}: ${toVisible(result.reason[context.locale])}`);
  }
  return { changed, refused };
}
