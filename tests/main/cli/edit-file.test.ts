import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editFile } from '../../../src-main/cli/edit-file.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver, type Saver } from '../../../src-main/files/saver.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const guide = '---json\n{"a": 1}\n---\n';
const edit = { kind: 'set-json', pointer: '/a', json: '2' } as const;

async function editOne(save: Saver['save']) {
  const root = temporaryFolder();
  const path = join(root, 'a.md');
  writeFileSync(path, guide);
  const result = await editFile(root, 'a.md', edit, { saver: { save } });
  return { result, path, text: readFileSync(path, 'utf8') };
}

it('[F35] a file that somebody else changes between reading and writing is left to them', async () => {
  const saver = createSaver();
  const { result, text } = await editOne((request) => {
    writeFileSync(request.path, 'theirs');
    return saver.save(request);
  });
  expect(result.status).toBe('refused');
  expect(result.status === 'refused' && result.reason.en).toContain('changed elsewhere');
  expect(text).toBe('theirs');
});

it('[P1] asks for the very bytes that were read, through the one saver', async () => {
  const requests: Parameters<Saver['save']>[0][] = [];
  const saver = createSaver();
  const { result, path, text } = await editOne((request) => {
    requests.push(request);
    return saver.save(request);
  });
  expect(result).toEqual({ status: 'changed' });
  expect(requests).toEqual([
    { path, bytes: Buffer.from(guide.replace('1', '2')), expected: hashOf(guide) },
  ]);
  expect(text).toBe('---json\n{"a": 2}\n---\n');
});
