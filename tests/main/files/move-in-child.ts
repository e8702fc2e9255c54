import { realDisk } from '../../../src-main/files/disk.ts';
import { moveFile } from '../../../src-main/files/move-file.ts';

// Moves a file once, or to and fro until it is killed; says what came of it.
const [from = '', to = '', forEver] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await moveFile(realDisk, from, to)));
while (forEver !== undefined) {
  await moveFile(realDisk, to, from);
  await moveFile(realDisk, from, to);
}
