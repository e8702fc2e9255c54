import type { placeCommands } from '#core/commands/place-commands';
import { goToDefinition } from '../editor/definition.ts';
import { openLinkCard } from '../editor/link-card.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { manuscript } from './manuscript.ts';
import { goBack, goForward } from './visited-places.ts';

function onManuscript(command: Parameters<NonNullable<typeof manuscript.view>['run']>[0]) {
  return () => {
    useDocumentsStore.setState({ view: 'source' });
    requestAnimationFrame(() => manuscript.view?.run(command));
  };
}

/** What the commands along the names of guides do. */
export const placeRuns: Record<(typeof placeCommands)[number]['id'], () => unknown> = {
  'go.definition': onManuscript(goToDefinition),
  'go.references': () => useLayoutStore.setState({ panelOpen: true, panelTab: 'references' }),
  'go.linkCard': onManuscript(openLinkCard),
  'go.back': goBack,
  'go.forward': goForward,
};
