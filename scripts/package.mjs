import './setup/node-version.mjs';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildApp } from './setup/build.mjs';
import { run } from './setup/command.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { checkoutDir } from './setup/places.mjs';
import { provideRuntime } from './setup/runtime.mjs';
import { PlainStop, runPlainly, say, secondsSince } from './setup/say.mjs';
import { findSystemNeeds } from './setup/system-needs.mjs';
import { installSystemPackages } from './setup/system-packages.mjs';

const require = createRequire(import.meta.url);

// Further arguments are electron-builder's own, such as `--mac` or `-c.directories.output=...`.
await runPlainly(async () => {
  const purpose = { electron: true, virtualDisplay: false, tests: false };
  await installSystemPackages(await findSystemNeeds(purpose));
  await installDependencies();
  const runtime = await provideRuntime();
  await buildApp();
  const startMs = performance.now();
  rmSync(join(checkoutDir, 'release'), { recursive: true, force: true });
  const { code } = await run(
    process.execPath,
    [
      require.resolve('electron-builder/cli.js'),
      '--config=electron-builder.yml',
      '--publish=never',
      `-c.electronVersion=${runtime.version}`,
      `-c.electronDist=${runtime.distDir}`,
      ...process.argv.slice(2),
    ],
    {
      cwd: checkoutDir,
      env: {
        ...process.env,
        SHIRUBE_RUNTIME: runtime.source,
        SHIRUBE_RUNTIME_VERSION: runtime.version,
      },
      show: true,
    },
  );
  if (code !== 0)
    throw new PlainStop('electron-builder failed; the lines above are its own words.');
  say(
    `Packaged with ${runtime.label} in ${secondsSince(startMs)}, below ${join(checkoutDir, 'release')}`,
  );
  if (runtime.source === 'fallback') {
    say(
      'FOR TESTS ONLY, NOT FOR SHIPPING: the fallback runtime is an old Electron from a repackager.',
    );
  }
  return 0;
});
