import type { Command } from '#core/commands/command';
import { type CommandId, commands } from '#core/commands/commands';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { useLocalized } from '../../stores/use-text.ts';
import { PaneBar } from '../PaneBar.tsx';

const formatting = ['format.bold', 'format.italic', 'format.link'] as const;
const icons = { 'format.bold': 'bold', 'format.italic': 'italic', 'format.link': 'link' } as const;

/** The bar over manuscript and form, with what can be done to the text. */
export function PaneBarPart({ run }: { readonly run: (id: CommandId) => void }) {
  const localized = useLocalized();
  const view = useDocumentsStore((state) => state.view);
  const previewOpen = useLayoutStore((state) => state.previewOpen);
  const actions = formatting.map((id) => {
    const command: Command = commands.find((one) => one.id === id)!;
    return {
      id,
      icon: icons[id],
      label: localized(command.title),
      keys: command.key,
      onPress: () => run(id),
    };
  });
  return (
    <PaneBar
      view={view}
      onView={(next) => run(next === 'source' ? 'view.source' : 'view.form')}
      actions={view === 'source' ? actions : []}
      previewOpen={previewOpen}
      onTogglePreview={() => run('view.preview')}
    />
  );
}
