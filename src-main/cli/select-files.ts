import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { translate } from '#core/messages/messages';
import { setCliMessages } from '#core/messages/set-cli';
import type { WorkspaceSettings } from '../services/workspace-engine-config.ts';
import { toVisible } from './check-report.ts';
import { type CliContext, CliRefusal, refusal } from './cli-context.ts';
import type { FoundPaths } from './find-workspace.ts';

/** The files that the arguments mean, each once: those named, and all that the globs match in a folder. */
export async function selectFiles(
  { paths }: FoundPaths,
  files: WorkspaceFiles,
  { config }: Pick<WorkspaceSettings, 'config'>,
  context: CliContext,
): Promise<readonly string[]> {
  const isMarkdown = /\.(?:md|markdown|mdx)$/i;
  const listed = paths.some(({ isFolder }) => isFolder) ? await files.list(config.guides) : [];
  const guides = listed.map(({ path }) => path).filter((path) => isMarkdown.test(path));
  const selected = paths.flatMap(({ path, isFolder }) => {
    if (!isFolder) {
      if (isMarkdown.test(path)) return [path];
      throw refusal(context, 'notMarkdown', { path: toVisible(path) });
    }
    const inside = guides.filter((one) => path === '' || one.startsWith(`${path}/`));
    if (inside.length > 0) return inside;
    throw new CliRefusal(
      translate(setCliMessages, context.locale, 'noFiles', { path: toVisible(path || '.') }),
    );
  });
  return [...new Set(selected)];
}
