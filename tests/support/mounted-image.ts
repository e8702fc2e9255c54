import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** File systems that other systems have, as far as Linux mounts them. */
type Kind = 'ntfs' | 'exfat';

interface How {
  readonly make: readonly string[];
  readonly mount: readonly string[];
  /** Mounts it so that it shows names as they are written. */
  readonly mountPlainly: readonly string[];
}

/** A mounted file system. */
interface Mounted {
  readonly folder: string;
  /** The names in it as they are written; it may ignore case no more afterwards. */
  readonly writtenNames: () => string[];
}

const ways: Record<Kind, How> = {
  ntfs: {
    make: ['mkfs.ntfs', '-q', '-F'],
    mount: ['lowntfs-3g', '-o', 'ignore_case,windows_names'],
    mountPlainly: ['lowntfs-3g'],
  },
  exfat: {
    make: ['mkfs.exfat'],
    mount: ['mount.exfat-fuse'],
    mountPlainly: ['mount.exfat-fuse'],
  },
};

/** Whether this machine can mount such a file system: as root, with its programs and FUSE. */
export function canMount(kind: Kind): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const { make, mount } = ways[kind];
  const programs = [make[0] ?? '', mount[0] ?? '', 'losetup'];
  const lacks = programs.some((name) => spawnSync('which', [name]).status !== 0);
  return !lacks && spawnSync('test', ['-c', '/dev/fuse']).status === 0;
}

/** Makes a file system of 16 MB in a file below `folder` and mounts it until the test ends. */
export function mountImage(folder: string, kind: Kind): Mounted {
  const [image, place] = [join(folder, 'image'), join(folder, 'volume')];
  const run = ([program = '', ...args]: readonly string[], ...more: string[]): string =>
    execFileSync(program, [...args, ...more], { encoding: 'utf8', stdio: 'pipe' }).trim();
  writeFileSync(image, '');
  truncateSync(image, 16 * 2 ** 20);
  mkdirSync(place);
  run(ways[kind].make, image);
  const device = run(['losetup', '-f', '--show'], image);
  onTestFinished(() => void run(['losetup', '-d'], device));
  run(ways[kind].mount, device, place);
  onTestFinished(() => void run(['umount'], place));
  return {
    folder: place,
    writtenNames() {
      run(['umount'], place);
      run(ways[kind].mountPlainly, device, place);
      return readdirSync(place).sort();
    },
  };
}
