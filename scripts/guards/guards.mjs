/**
 * A guard of the author's text: what the source does, what it would be without, and the tests that must
 * turn red then.
 * @typedef {object} Guard
 * @property {string} name
 * @property {string} file
 * @property {string} from text that occurs exactly once in the file
 * @property {string} to
 * @property {readonly string[]} tests
 */

const writeFile = 'src-main/files/write-file.ts';
const writeInPlace = 'src-main/files/write-in-place.ts';
const appendFile = 'src-main/files/append-file.ts';
const journalFolder = 'src-main/files/journal-folder.ts';
const historyFolder = 'src-main/files/history-folder.ts';
const exportTransaction = 'src-main/services/export-transaction.ts';

const powerCuts = ['tests/torture/power-cuts.test.ts'];
const saver = ['tests/main/files/saver.test.ts', 'tests/main/files/saver-order.test.ts'];
const metadata = ['tests/main/files/file-metadata.test.ts', 'tests/main/files/saver-order.test.ts'];
const journal = ['tests/main/recovery', 'tests/main/files/saver-order.test.ts'];
const guides = ['tests/main/services/guide-service.test.ts'];

const throughSaver =
  "const outcome = await saver.save({ path, bytes, expected: 'any', mode: 0o600 });";
const pastSaver =
  "await (await import('node:fs/promises')).writeFile(path, bytes, { mode: 0o600 }); const outcome = { ok: true };";

/** @type {readonly Guard[]} */
export const guards = [
  {
    name: 'saver: the temporary file is synced',
    file: writeFile,
    from: 'await Promise.all([file.stat(), file.sync()]);',
    to: '[await file.stat()];',
    tests: powerCuts,
  },
  {
    name: 'saver: the folder is synced after the rename',
    file: writeFile,
    from: '      await handle.sync();\n',
    to: '',
    tests: powerCuts,
  },
  {
    name: 'saver: the bytes there are looked at before anything is written',
    file: writeFile,
    from: '  await checkExpected(disk, path, request.expected);\n  const hash',
    to: '  const hash',
    tests: saver,
  },
  {
    name: 'saver: the bytes there are looked at right before the rename',
    file: writeFile,
    from: '    await checkExpected(disk, path, request.expected);\n    if (',
    to: '    if (',
    tests: saver,
  },
  {
    name: 'saver: a new file never takes the place of one that came first',
    file: writeFile,
    from: 'await disk.link(temporary, path);',
    to: 'return await disk.rename(temporary, path);',
    tests: saver,
  },
  {
    name: 'saver: O_EXCL',
    file: writeFile,
    from: 'constants.O_EXCL | ',
    to: '',
    tests: saver,
  },
  {
    name: 'saver: O_NOFOLLOW',
    file: writeFile,
    from: ' | (constants.O_NOFOLLOW ?? 0);',
    to: ';',
    tests: saver,
  },
  {
    name: 'saver: everything is written, in as many turns as it takes',
    file: writeFile,
    from: 'await file.writeFile(request.bytes);',
    to: 'await file.write(request.bytes, 0, Math.min(65536, request.bytes.byteLength));',
    tests: saver,
  },
  {
    name: 'saver: a short write is no save',
    file: writeFile,
    from: 'if (size !== request.bytes.byteLength) {',
    to: 'if (size < 0) {',
    tests: saver,
  },
  {
    name: 'saver: a link is followed, not replaced',
    file: writeFile,
    from: 'const real = await disk.realpath(path).catch(absent);',
    to: 'const real = (await disk.lstat(path).catch(absent)) && path;',
    tests: saver,
  },
  {
    name: 'saver: a stray temporary file goes',
    file: 'src-main/files/saver.ts',
    from: 'removed += await unlink(path).then(',
    to: 'removed += await stat(path).then(',
    tests: saver,
  },
  {
    name: 'in place: the file is synced',
    file: writeInPlace,
    from: '  await file.sync();\n',
    to: '',
    tests: powerCuts,
  },
  {
    name: 'in place: O_NOFOLLOW',
    file: writeInPlace,
    from: ' | (constants.O_NOFOLLOW ?? 0);',
    to: ';',
    tests: metadata,
  },
  {
    name: 'in place: nothing is written without a copy',
    file: writeFile,
    from: 'if (!(await backUp(former))) {',
    to: 'if ((await backUp(former)) === undefined) {',
    tests: metadata,
  },
  {
    name: 'in place: the bytes there are looked at',
    file: writeFile,
    from: "if (expected !== 'any' && expected !== hashOf(former)) {",
    to: "if (expected !== 'any' && expected === '') {",
    tests: metadata,
  },
  {
    name: 'journal: the checksum of each record',
    file: 'src-main/files/journal-file.ts',
    from: ' || checksum(json) !== line.slice(0, 8)) return undefined;',
    to: ') return undefined;',
    tests: journal,
  },
  {
    name: 'journal: what is written on is synced',
    file: appendFile,
    from: '    await file.datasync();\n',
    to: '',
    tests: powerCuts,
  },
  {
    name: 'journal: O_NOFOLLOW',
    file: appendFile,
    from: ' | (constants.O_NOFOLLOW ?? 0)',
    to: '',
    tests: journal,
  },
  {
    name: 'journal: everything is written, in as many turns as it takes',
    file: appendFile,
    from: 'done += bytesWritten;',
    to: 'done = bytes.byteLength;',
    tests: journal,
  },
  {
    name: 'journal: a generation is begun by the saver, with its syncs',
    file: journalFolder,
    from: throughSaver,
    to: pastSaver,
    tests: powerCuts,
  },
  {
    name: 'journal: the generation before stays',
    file: journalFolder,
    from: 'old < generation - 1',
    to: 'old < generation',
    tests: journal,
  },
  {
    name: 'journal: only in a folder of this user alone',
    file: journalFolder,
    from: 'return found.isDirectory() && isOurs;',
    to: 'return found.isDirectory() || isOurs;',
    tests: journal,
  },
  {
    name: 'journal: what is saved is in it before it is in the file',
    file: 'src-main/services/guide-service.ts',
    from: '        journal.flush(),\n',
    to: '',
    tests: guides,
  },
  {
    name: 'journal: main has every change before it is told to save',
    file: 'src-renderer/app/guide-actions.ts',
    from: '  sendChanges(session);\n',
    to: '',
    tests: ['tests/renderer/app/save-order.test.ts'],
  },
  {
    name: 'journal: a save that it had not heard of is known by its text',
    file: 'src-renderer/editor/replay-journal.ts',
    from: 'unheard.text === session.fileText()',
    to: "unheard.text === ''",
    tests: ['tests/renderer/editor/replay-journal.test.ts'],
  },
  {
    name: 'history: a version is written by the saver, with its syncs',
    file: historyFolder,
    from: throughSaver,
    to: pastSaver,
    tests: powerCuts,
  },
  {
    name: 'history: the hash of each version',
    file: historyFolder,
    from: 'if (hashOf(bytes) === hash) return bytes;',
    to: 'if (hash !== undefined) return bytes;',
    tests: ['tests/main/history'],
  },
  {
    name: 'history: what lay in a file is kept before it is written over',
    file: 'src-main/services/guide-service.ts',
    from: '        history.keepFound(session, path, baseHash, () => readBytes(root, path)),\n',
    to: '',
    tests: ['tests/torture/interleavings.test.ts'],
  },
  {
    name: 'export: what the site has is looked at before anything is written',
    file: exportTransaction,
    from: 'if ((found ? hashOf(found) : null) !== pre) throw outdated(path);',
    to: '',
    tests: ['tests/main/export/export-order.test.ts'],
  },
  {
    name: 'export: only the very bytes that were planned are removed',
    file: exportTransaction,
    from: 'if ((await hashPlain(place).catch(() => undefined)) !== pre) throw outdated(path);',
    to: '',
    tests: ['tests/main/export/export-order.test.ts'],
  },
];
