import { realpath } from 'node:fs/promises';
import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import { fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { isInside } from '../security/contain.ts';
import type { Stores } from './stores.ts';

/** Export targets of this machine: the folder for each is chosen by the author in the system's dialog. */
export interface TargetService {
  readonly handlers: Handlers<
    'export.chooseTarget' | 'export.plan' | 'export.cancel' | 'export.content' | 'export.apply'
  >;
  /** Folders chosen for a workspace, by target id. */
  rootsOf(workspaceRoot: string): Promise<Readonly<Record<string, string>>>;
}

/** Passes export requests to the process; a plan is made only for a folder that the author chose for it. */
export function createTargetService(
  store: Stores['targets'],
  locale: () => Promise<Locale>,
): TargetService {
  async function rootsOf(workspaceRoot: string): Promise<Readonly<Record<string, string>>> {
    const { roots } = await store.read();
    return Object.hasOwn(roots, workspaceRoot) ? (roots[workspaceRoot] ?? {}) : {};
  }

  return {
    rootsOf,
    handlers: {
      async 'export.chooseTarget'({ target }, { session, dialogs }) {
        if (session === undefined) return fail('no-workspace', 'export.chooseTarget');
        if (!session.info().config.targets.some(({ id }) => id === target)) {
          return fail('bad-request', 'unknown target');
        }
        const language = await locale();
        const current = (await rootsOf(session.root))[target];
        const title = translate(mainMessages, language, 'chooseTarget');
        const chosen = await dialogs.chooseFolder(title, current);
        if (chosen === null) return succeed(null);
        const root = await realpath(chosen).catch(() => chosen);
        // A site that contains the guides is fine (the folder chosen is their parent), but an export
        // must never write into the folder it reads from.
        if (isInside(session.root, root)) {
          await dialogs.ask({
            kind: 'warning',
            message: translate(mainMessages, language, 'targetOverlaps'),
            detail: translate(mainMessages, language, 'targetOverlapsDetail'),
            buttons: [translate(mainMessages, language, 'close')],
            cancel: 0,
          });
          return succeed(null);
        }
        await store.update(({ roots }) => ({
          roots: { ...roots, [session.root]: { ...roots[session.root], [target]: root } },
        }));
        await session.refresh();
        return succeed(root);
      },
      async 'export.plan'({ target, root }, { session }) {
        if (session === undefined) return fail('no-workspace', 'export.plan');
        const chosen = await rootsOf(session.root);
        if (!Object.hasOwn(chosen, target) || chosen[target] !== root) {
          return fail('target-refused', 'not chosen on this machine');
        }
        return session.process.planExport(target, root);
      },
      async 'export.cancel'(_, { session }) {
        await session?.process.cancelExport();
        return succeed(null);
      },
      async 'export.content'({ planId, target }, { session }) {
        if (session === undefined) return fail('no-workspace', 'export.content');
        return session.process.exportContent(planId, target);
      },
      async 'export.apply'({ planId, leaveOut }, { session }) {
        if (session === undefined) return fail('no-workspace', 'export.apply');
        return session.process.applyExport(planId, leaveOut);
      },
    },
  };
}
