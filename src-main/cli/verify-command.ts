import { join } from 'node:path';
import { parseManifest } from '#core/export/manifest';
import { defaultExportTarget } from '#core/export/target-path';
import { exportCliMessages } from '#core/messages/export-cli';
import { type Locale, translate } from '#core/messages/messages';
import { hashPlain, hasRealFolders, readPlain } from '../services/export-files.ts';

interface VerifyContext {
  readonly locale: () => Locale;
  readonly report: (text: string) => void;
  readonly say: (line: string) => void;
  readonly exit: (code: 0 | 1 | 2) => void;
}

type Problem = 'missing' | 'different' | 'notAFile';

/** Reports whether every file of an exported folder has the bytes that its manifest says; other files do not count. */
export async function verifyFolder(
  root: string,
  json: boolean,
  { locale, report, say, exit }: VerifyContext,
): Promise<void> {
  const text = (key: keyof typeof exportCliMessages.ja, values = {}): string =>
    translate(exportCliMessages, locale(), key, values);
  const bytes = await readPlain(join(root, defaultExportTarget.manifest)).catch(() => undefined);
  const manifest = bytes && parseManifest(bytes.toString('utf8'));
  if (!manifest) {
    say(text('noManifest', { root }));
    exit(2);
    return;
  }
  const mismatches: { readonly path: string; readonly problem: Problem }[] = [];
  for (const [path, { sha256 }] of manifest.files) {
    const problem = await problemOf(root, path, sha256);
    if (problem !== undefined) mismatches.push({ path, problem });
  }
  const files = manifest.files.size;
  if (json) report(`${JSON.stringify({ version: 1, files, mismatches }, null, 2)}\n`);
  else {
    const lines = mismatches.map(({ path, problem }) => `  ${path}: ${text(problem)}`);
    const count = mismatches.length;
    const summary = count === 0 ? text('matches', { count: files }) : text('mismatch', { count });
    report([summary, ...lines, ''].join('\n'));
  }
  exit(mismatches.length === 0 ? 0 : 1);
}

async function problemOf(root: string, path: string, sha256: string): Promise<Problem | undefined> {
  if (!(await hasRealFolders(root, path))) return 'missing';
  try {
    const hash = await hashPlain(join(root, path));
    if (hash === undefined) return 'missing';
    return hash === sha256 ? undefined : 'different';
  } catch {
    return 'notAFile';
  }
}
