import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An ext4 file system of its own, on a loop device over a file. */
export interface Ext4Volume {
  readonly folder: string;
  /**
   * What a power cut at this instant leaves: copies the backing file, mounts the copy, lets `look` see it and
   * takes it away again. What the file system had not yet given to its device is lost in the copy.
   */
  cut<Seen>(look: (folder: string) => Promise<Seen>): Promise<Seen>;
  remove(): void;
}

/** Why no such volume can be made here; `undefined` where one can. */
export function noExt4(): string | undefined {
  if (process.platform !== 'linux') return 'loop devices with ext4 are a matter of Linux';
  if (process.getuid?.() !== 0) return 'mounting an ext4 image takes root';
  if (!existsSync('/dev/loop-control')) return 'there are no loop devices here';
  if (!['/sbin/mkfs.ext4', '/usr/sbin/mkfs.ext4'].some((path) => existsSync(path))) {
    return 'mkfs.ext4 is not installed';
  }
  return undefined;
}

/**
 * Nothing reaches the device unless somebody syncs it: no commit by the clock (they come every five
 * seconds otherwise), and no flush that ext4 does on its own where a file is renamed over another, for
 * programs that forget to sync.
 */
const options = 'loop,commit=300,noauto_da_alloc';

/** Makes a volume; root only, see `noExt4`. */
export function createExt4Volume(megabytes = 16): Ext4Volume {
  // The image in memory where there is such a place: a disk's own flushes take most of the time, and prove nothing.
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const base = mkdtempSync(join(parent, 'shirube-ext4-'));
  const [image, copy] = [join(base, 'image'), join(base, 'copy')];
  const [folder, cutFolder] = [join(base, 'volume'), join(base, 'after-the-cut')];
  mkdirSync(folder);
  mkdirSync(cutFolder);
  const mount = (file: string, at: string): void =>
    void execFileSync('/bin/mount', ['-t', 'ext4', '-o', options, file, at]);
  const unmount = (at: string): void => void execFileSync('/bin/umount', [at]);
  try {
    execFileSync('truncate', ['-s', `${megabytes}M`, image]);
    execFileSync('mkfs.ext4', ['-q', '-F', '-m', '0', image], {
      env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
    });
    mount(image, folder);
  } catch (error) {
    rmSync(base, { recursive: true, force: true });
    throw error;
  }
  return {
    folder,
    async cut(look) {
      execFileSync('cp', ['--sparse=always', image, copy]);
      mount(copy, cutFolder);
      try {
        return await look(cutFolder);
      } finally {
        unmount(cutFolder);
        rmSync(copy);
      }
    },
    remove() {
      unmount(folder);
      rmSync(base, { recursive: true, force: true });
    },
  };
}
