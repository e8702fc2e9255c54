import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { editDetails } from '#core/document/edit-details';
import { createNodeWorkspaceFiles } from '../../../src-main/files/node-workspace-files.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createGuideService } from '../../../src-main/services/guide-service.ts';
import { createReadOnlyReasons } from '../../../src-main/services/read-only-reasons.ts';
import { createWorkspaceEngine } from '../../../src-main/services/workspace-engine.ts';
import { openSession } from '../../../src-renderer/editor/open-session.ts';
import { fakeHistory } from '../../support/fake-history.ts';
import { fakeJournal } from '../../support/fake-journal.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { noContext } from '../editor/open-text.ts';
import { createRandom, makeRealShaped, type RealShaped } from './real-shaped.ts';

// Taking 10,000 files away again takes its time too.
vi.setConfig({ hookTimeout: 120_000 });

const files = 10_000;
const samples = 1_000;
const seed = 20_260_301;

const service = createGuideService({
  saver: createSaver(),
  reasons: createReadOnlyReasons(),
  journal: fakeJournal(),
  history: fakeHistory(),
  now: () => 42,
  locale: async () => 'ja',
});

const newValues: readonly unknown[] = [
  '新しい値',
  '「引用」と"二重"と\\',
  '𠮷野家👩‍⚕️',
  '改行\nとタブ\t',
  '',
  0,
  -12.5,
  true,
  null,
];

/** The folder as the engine sees it; nothing is left to do when it comes back. */
async function openFolder(root: string) {
  const errors: unknown[] = [];
  const engine = createWorkspaceEngine({
    root,
    files: createNodeWorkspaceFiles(root),
    pause: () => setImmediate(),
    onError: (where, error) => errors.push([where, error]),
    events: {
      entries: () => undefined,
      findings: () => undefined,
      progress: () => undefined,
      workspaceChanged: () => undefined,
    },
    checkAll: false,
  });
  await engine.open();
  await engine.settled();
  return { engine, errors };
}

it('[P1][F51] in a folder of 10,000 guides, one edit changes one value of one file', async () => {
  const root = temporaryFolder();
  const corpus: RealShaped[] = [];
  for (let index = 0; index < files; index += 1) {
    const file = makeRealShaped(index, seed);
    corpus.push(file);
    const folder = join(root, dirname(file.path));
    if (!existsSync(folder)) mkdirSync(folder);
    writeFileSync(join(root, file.path), file.text);
  }

  const { engine, errors } = await openFolder(root);
  expect(errors).toEqual([]);
  expect(engine.store.paths()).toHaveLength(files);
  const wrong = corpus.filter(({ path, slug }) => engine.store.catalog.get(path)?.slug !== slug);
  expect(wrong.map(({ path }) => path)).toEqual([]);
  engine.dispose();

  const { window } = await windowWithFolder(root);
  const random = createRandom(seed);
  const share = {
    nested: 0,
    CRLF: 0,
    mixed: 0,
    'byte order mark': 0,
    'beyond the BMP': 0,
    escaped: 0,
  };
  for (let sample = 0; sample < samples; sample += 1) {
    const file = corpus[sample * (files / samples) + Math.floor(random() * (files / samples))]!;
    const leaf = file.leaves[Math.floor(random() * file.leaves.length)]!;
    const raw = file.text.slice(leaf.from, leaf.to);
    const before = JSON.parse(raw) as unknown;
    const value = newValues[Math.floor(random() * newValues.length)];
    if (leaf.depth > 2) share.nested += 1;
    if (file.lineEnds !== 'LF') share[file.lineEnds] += 1;
    if (file.text.startsWith('\ufeff')) share['byte order mark'] += 1;
    if (/[\u{10000}-\u{10ffff}]/u.test(file.text)) share['beyond the BMP'] += 1;
    if (raw.includes('\\')) share.escaped += 1;

    const opened = await service['guide.open']({ path: file.path }, window);
    if (!opened.ok) throw new Error(`${file.path}: ${opened.failure.code}`);
    const session = openSession(opened.value, noContext);
    const result = editDetails(session.head(), { kind: 'set', pointer: leaf.pointer, value });
    if (!result.ok) throw new Error(`${file.path} ${leaf.pointer}: ${result.reason.en}`);
    session.edit(result.edits, 'form');
    expect(session.unsaved).toBe(before !== value);
    const saved = await service['guide.save'](
      { path: file.path, text: session.fileText(), bom: session.bom, baseHash: session.baseHash },
      window,
    );
    expect(saved).toMatchObject({ ok: true });

    // Everything around the value is there as it was, and the value reads as it should.
    const disk = readFileSync(join(root, file.path));
    const head = Buffer.from(file.text.slice(0, leaf.from));
    const tail = Buffer.from(file.text.slice(leaf.to));
    expect(disk.subarray(0, head.length).equals(head)).toBe(true);
    expect(disk.subarray(disk.length - tail.length).equals(tail)).toBe(true);
    const written = disk.subarray(head.length, disk.length - tail.length).toString('utf8');
    expect(JSON.parse(written) === value).toBe(true);
    if (before === value) expect(written).toBe(raw);
    corpus[corpus.indexOf(file)] = { ...file, text: disk.toString('utf8') };
  }

  const touched = corpus.filter(
    ({ path, text }) => !readFileSync(join(root, path)).equals(Buffer.from(text)),
  );
  expect(touched.map(({ path }) => path)).toEqual([]);
  console.log(`of ${String(samples)} edited files: ${JSON.stringify(share)}`);
  for (const count of Object.values(share)) expect(count).toBeGreaterThan(samples / 100);
}, 180_000);
