import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The application's own data folder, computed without Electron, so that the window and the command
 * line share journals, locks and undo copies. Follows each system's convention.
 */
export function dataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'shirube');
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'shirube');
  }
  // The XDG base directory specification: a relative value is to be ignored.
  const base = env.XDG_DATA_HOME;
  return join(base?.startsWith('/') ? base : join(home, '.local', 'share'), 'shirube');
}

/** Where exports keep their journals, locks and copies in a data folder. */
export function exportsFolderOf(folder: string): string {
  return join(folder, 'exports');
}
