import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { type JournalRecord, journalRecordSchema } from '#core/recovery/journal-record';
import type { RecoveredGuide } from '#core/recovery/recovered-guide';

/** A journal as far as it is whole. */
export interface ReadJournal {
  readonly guide: RecoveredGuide;
  /** Bytes up to the end of the last whole record; what follows is overwritten. */
  readonly length: number;
  /** Something behind the whole records is there and is no record: a torn write, or damage. */
  readonly damaged: boolean;
}

/** All that later formats have for sure. */
const laterSchema = z.object({ format: z.number().int().min(2) });

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

/** One line of a journal: a checksum (CRC-32, eight hex digits), a space, JSON without line ends. */
export function encodeRecord(record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${checksum(json)} ${json}\n`;
}

function decodeLine(line: string): JournalRecord | undefined {
  const json = line.slice(9);
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8)) return undefined;
  try {
    return journalRecordSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/** Whether a whole first record says that a later version of the application wrote this (F32). */
export function isOfLaterFormat(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const line = buffer.toString('utf8', 0, Math.max(0, buffer.indexOf(10)));
  const json = line.slice(9);
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8)) return false;
  try {
    return laterSchema.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
}

/** Reads a journal up to the first record that is not whole; `undefined` where not even the base is. */
export function readJournal(bytes: Uint8Array): ReadJournal | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let guide: RecoveredGuide | undefined;
  const changes: RecoveredGuide['changes'][number][] = [];
  const saves: RecoveredGuide['saves'][number][] = [];
  let length = 0;
  while (length < buffer.length) {
    const end = buffer.indexOf(10, length);
    if (end === -1) break;
    const record = decodeLine(buffer.toString('utf8', length, end));
    if (record === undefined || (record.kind === 'base') !== (guide === undefined)) break;
    if (record.kind === 'base') {
      const { path, text, lineEnds, bom, hash, unsaved } = record;
      guide = { path, base: { text, lineEnds, bom, hash, unsaved }, changes, saves };
    } else if (record.kind === 'change') {
      const { kind: _, ...change } = record;
      changes.push(change);
    } else if (record.kind === 'saved') saves.push({ after: record.after, hash: record.hash });
    else if (guide) guide = { ...guide, path: record.path };
    length = end + 1;
  }
  return guide && { guide, length, damaged: length < buffer.length };
}
