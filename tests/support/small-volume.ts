import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Mounts a volume of one megabyte on a folder until the test ends; root only. */
export function mountSmallVolume(folder: string): {
  readonly remount: (mode: 'ro' | 'rw') => void;
} {
  execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('/bin/umount', ['-l', folder]));
  return {
    remount: (mode) => void execFileSync('/bin/mount', ['-o', `remount,${mode}`, folder]),
  };
}
