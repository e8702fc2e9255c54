import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeLock } from './setup/lock.mjs';
import { checkoutDir } from './setup/places.mjs';
import { runPlainly, say } from './setup/say.mjs';

// Run it after `npm install <package>`: see scripts/setup/lock.mjs for why.
await runPlainly(async () => {
  const path = join(checkoutDir, 'package-lock.json');
  const lock = readFileSync(path, 'utf8');
  const completed = completeLock(lock);
  if (completed !== lock) writeFileSync(path, completed);
  say(completed === lock ? 'package-lock.json is complete.' : 'package-lock.json was completed.');
  return 0;
});
