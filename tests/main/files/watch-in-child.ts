import { watchFolder } from '../../../src-main/files/watch-folder.ts';

// Watches a folder where the system may have no watch to give, and says what came of it.
const watch = await watchFolder(process.argv[2] ?? '', () => undefined);
process.stdout.write(watch === undefined ? 'not watched' : 'watched');
await watch?.stop();
process.exit(0);
