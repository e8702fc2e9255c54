import type { AppInfo } from '#core/ipc/contract';
import { type Handlers, succeed } from '../ipc/handlers.ts';

/** What the application knows of itself, and what each window says of its unsaved guides. */
export function createAppService(
  info: Omit<AppInfo, 'launchFolder'>,
): Handlers<'app.info' | 'app.setUnsaved'> {
  return {
    'app.info': async (_, { launchFolder }) =>
      succeed(launchFolder === undefined ? info : { ...info, launchFolder }),
    async 'app.setUnsaved'({ paths }, caller) {
      caller.unsaved = paths;
      return succeed(null);
    },
  };
}
