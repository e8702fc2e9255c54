import { createInterface } from 'node:readline';
import { createSaver } from '../../../src-main/files/saver.ts';
import { createJournal } from '../../../src-main/services/journal.ts';

// Says which guides have unsaved text, as the application asks at its start.
const [recovery = '', root = '', id = ''] = process.argv.slice(2);
const nothing = (): void => undefined;
process.stdout.write('ready\n');
for await (const _ of createInterface({ input: process.stdin })) {
  const journal = createJournal({
    folders: [recovery],
    saver: createSaver(),
    now: Date.now,
    later: nothing,
    onFailing: nothing,
    onLong: nothing,
    onGivenUp: nothing,
    log: { info: nothing, error: nothing, failure: nothing },
  });
  process.stdout.write(`${JSON.stringify(await journal.unsaved({ id, root }))}\n`);
}
