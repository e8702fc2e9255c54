import { resolve } from 'node:path';

/** What the command line asks for; anything else on it is left alone. */
export interface LaunchArguments {
  /** Absolute path of the folder to open, as written; it may not exist. */
  readonly folder?: string;
  /** Absolute path of a PNG to write once the window shows its content; the application then ends. */
  readonly shot?: string;
  /** Stays open after the picture. */
  readonly keep: boolean;
}

/**
 * Reads a command line strictly: one folder, `--shot=<png>`, `--keep`. Switches are never passed on,
 * and an address (`shirube://…`) is no folder: the application registers no scheme of its own.
 * `skipFirst` passes over the application's own path, which comes first when it is not packaged.
 */
export function parseLaunchArguments(
  argv: readonly string[],
  options: { readonly cwd: string; readonly skipFirst: boolean },
): LaunchArguments {
  const args = argv.slice(1);
  const places = args.filter((argument) => !argument.startsWith('-'));
  const [place] = options.skipFirst ? places.slice(1) : places;
  const shot = args.find((argument) => argument.startsWith('--shot='))?.slice('--shot='.length);
  return {
    ...(place !== undefined && isPath(place) ? { folder: resolve(options.cwd, place) } : {}),
    ...(shot !== undefined && isPath(shot) && shot.endsWith('.png')
      ? { shot: resolve(options.cwd, shot) }
      : {}),
    keep: args.includes('--keep'),
  };
}

function isPath(text: string): boolean {
  return (
    text !== '' && text.length < 4096 && !text.includes('\0') && !/^[a-z][a-z0-9+.-]+:/i.test(text)
  );
}
