import { createHash } from 'node:crypto';

/** SHA-256 of bytes in hex: what "the same file" means everywhere in Shirube. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
