import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hashOf } from '../../../src-main/files/hash.ts';
import { watchFolder } from '../../../src-main/files/watch-folder.ts';
import { openSession } from '../../../src-main/services/workspace-session.ts';
import { sessionPorts } from '../../support/session-ports.ts';

// Opens a folder where the system may have no watch to give, changes a guide of it, and says what the
// window was told. Looking again and again is done sooner than it would be.
const [folder = ''] = process.argv.slice(2);
const path = join(folder, 'a.md');
writeFileSync(path, 'first');
const told: unknown[] = [];
const looks: number[] = [];
const { ports } = sessionPorts();
const opened = await openSession(
  folder,
  {
    ...{ ...ports, watch: watchFolder, wait: delay },
    every(ms, look) {
      looks.push(ms);
      const timer = setInterval(look, 50);
      return () => clearInterval(timer);
    },
  },
  (event, value) => void told.push([event, value]),
);
if (!opened.ok) throw new Error(opened.failure.detail);
const session = opened.value;
session.activate();
session.disk.know('a.md', hashOf('first'));
for (let wait = 0; wait < 200 && looks.length === 0; wait += 1) await delay(10);
writeFileSync(path, 'second');
const isTold = () => JSON.stringify(told).includes(hashOf('second'));
for (let wait = 0; wait < 500 && !isTold(); wait += 1) await delay(10);
const events = told.filter((one) => /unwatched|changedOnDisk/.test(JSON.stringify(one)));
process.stdout.write(JSON.stringify({ looks, events }));
await session.dispose();
process.exit(0);
