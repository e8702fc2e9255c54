import { dirname } from 'node:path';
import { realpath } from 'node:fs/promises';
import { app } from 'electron';
import { compose } from './compose.ts';
import { confineContents } from './security/confine.ts';
import { declareSchemes } from './security/protocols.ts';
import { parseLaunchArguments } from './windows/launch-arguments.ts';
import { takeShot } from './windows/take-shot.ts';

app.setName('Shirube');
if (process.env.SHIRUBE_USER_DATA) app.setPath('userData', process.env.SHIRUBE_USER_DATA);
// Every page asks for the sandbox by itself; machines that have none (a container as root) say so by the switch.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
declareSchemes();
confineContents((what) => process.stderr.write(`refused: ${what}\n`));

const skipFirst = !app.isPackaged;
const launch = parseLaunchArguments(process.argv, { cwd: process.cwd(), skipFirst });

if (app.requestSingleInstanceLock()) {
  // Awaiting this at the top level of a module would never end (electron#41369).
  void app.whenReady().then(start).catch(stop);
} else {
  process.stdout.write('Shirube is open already; its window was brought to the front.\n');
  app.quit();
}

async function start(): Promise<void> {
  const application = await compose(dirname(import.meta.dirname));
  app.on('second-instance', (_, argv, cwd) => {
    const { folder } = parseLaunchArguments(argv, { cwd, skipFirst });
    if (folder === undefined) application.showFront();
    else void realOf(folder).then(application.openFolder).catch(stop);
  });
  app.on('activate', () => application.showFront());
  app.on('window-all-closed', () => app.quit());
  const window = await application.openFolder(await realOf(launch.folder));
  if (launch.shot === undefined || window === undefined) return;
  const ready = await takeShot(window, launch.shot);
  if (!ready) process.stderr.write('The window did not show a guide within 30 seconds.\n');
  if (!launch.keep) app.exit(ready ? 0 : 1);
}

/** Folders are told apart by their real path; one that is gone is left for the window to explain. */
async function realOf(folder: string | undefined): Promise<string | undefined> {
  return folder === undefined ? undefined : realpath(folder).catch(() => folder);
}

function stop(error: unknown): void {
  process.stderr.write(`Shirube could not start: ${error instanceof Error ? error.stack : ''}\n`);
  app.exit(1);
}
