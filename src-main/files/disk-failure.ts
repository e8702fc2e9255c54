import type { Failure } from '#core/ipc/contract';

/** Says a file system error in the words of a request's failure; the detail has the code, never a text. */
export function toFailure(error: unknown): Failure {
  const { code = 'UNKNOWN', syscall = '' } = error as NodeJS.ErrnoException;
  const detail = `${code} ${syscall}`.trim();
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', detail };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'not-allowed', detail };
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'not-found', detail };
    case 'EEXIST':
      return { code: 'already-exists', detail };
    case 'EFBIG':
      return { code: 'too-large', detail };
    default:
      return { code: 'io', detail };
  }
}
