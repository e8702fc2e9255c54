import { existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../src-main/files/hash.ts';
import type { FileAttributes } from '../../src-main/files/file-attributes.ts';
import { createSaver } from '../../src-main/files/saver.ts';
import type { SaveRequest } from '../../src-main/files/write-file.ts';
import { numberedText } from './numbered-text.ts';

// Saves one text after another until it is killed. Says `begin` before it begins, `<file> <number>` after
// each save that was acknowledged, and `failed …` where one was refused. argv: folder, number of the first,
// `plain` for files that are known to have no attributes, so that no program is asked for them.
const [folder = '', first = '1', kind] = process.argv.slice(2);
const none: FileAttributes = { carry: async () => 'none', noteNone: () => undefined };
const saver = createSaver(kind === 'plain' ? { attributes: none } : {});
let number = Number(first);

const say = (line: string): void => void writeSync(1, `${line}\n`);

async function save(name: string, expected: SaveRequest['expected']): Promise<void> {
  const own = (number += 1);
  const bytes = Buffer.from(numberedText(own));
  const outcome = await saver.save({ path: join(folder, name), bytes, expected });
  if (outcome.ok) say(`${name} ${own}`);
  else say(`failed ${name} ${own} ${outcome.failure.code} ${outcome.failure.detail ?? ''}`);
}

/** As the window saves: over the very bytes that it read. */
const saveOver = (name: string): Promise<void> => {
  const path = join(folder, name);
  return save(name, existsSync(path) ? hashOf(readFileSync(path)) : null);
};

say('begin');
for (;;) {
  await saveOver('over.md');
  // As the journal and the settings are written, several in a row.
  await Promise.all([save('any.md', 'any'), save('any.md', 'any'), save('any.md', 'any')]);
  await Promise.all([saveOver('link.md'), save(`new-${number}.md`, null)]);
}
