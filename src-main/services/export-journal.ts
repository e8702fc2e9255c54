import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** One file that an export writes or removes; hashes are SHA-256 (hex), `null` where nothing is. */
export interface ExportOperation {
  /** Path under the target, with `/`. */
  readonly path: string;
  readonly pre: string | null;
  readonly post: string | null;
}

/** What an export is about to do, written down before it touches the target. */
export interface ExportBegin {
  readonly type: 'begin';
  readonly root: string;
  /** Device and inode of the target. */
  readonly identity: string;
  readonly planId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly operations: readonly ExportOperation[];
  /** Folders (paths under the target) that the export makes, the outer first. */
  readonly folders: readonly string[];
}

/** A line of the journal of one export. */
export type ExportRecord =
  | ExportBegin
  | { readonly type: 'commit' }
  | { readonly type: 'rollback' }
  | { readonly type: 'end'; readonly outcome: 'done' | 'rolled-back' | 'superseded' };

/** What can still be read of a journal. */
export interface ReadJournal {
  readonly records: readonly ExportRecord[];
  /** A whole line does not match its checksum: what was written after it is unknown. */
  readonly damaged: boolean;
}

const journalPath = (folder: string): string => join(folder, 'journal.jsonl');

function toLine(record: ExportRecord, seq: number): string {
  const text = JSON.stringify({ seq, ...record });
  return `${text.slice(0, -1)},"crc32":"${crc32(text).toString(16).padStart(8, '0')}"}\n`;
}

function parseLine(line: string, seq: number): ExportRecord | undefined {
  const match = /^(.*),"crc32":"([0-9a-f]{8})"\}$/.exec(line);
  const text = `${match?.[1] ?? ''}}`;
  if (!match || crc32(text).toString(16).padStart(8, '0') !== match[2]) return undefined;
  const record = JSON.parse(text) as ExportRecord & { readonly seq: number };
  return record.seq === seq ? record : undefined;
}

/** Appends records, numbered from `seq`, and waits until they are on the medium. */
export async function appendJournal(
  folder: string,
  records: readonly ExportRecord[],
  seq: number,
): Promise<void> {
  const file = await open(journalPath(folder), 'a', 0o600);
  try {
    await file.writeFile(records.map((record, index) => toLine(record, seq + index)).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads the journal in an export's folder; one that is missing or was cut off in its first line has no records. */
export async function readJournal(folder: string): Promise<ReadJournal> {
  const text = await readFile(journalPath(folder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  // What follows the last line end was being written when the process died: it never counted.
  const torn = lines.pop();
  const records: ExportRecord[] = [];
  for (const line of lines) {
    const record = parseLine(line, records.length);
    if (!record) return { records, damaged: true };
    records.push(record);
  }
  return { records, damaged: records.length > 0 && torn !== '' && torn !== undefined };
}
