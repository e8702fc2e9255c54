import { useMemo } from 'react';
import type { CommandId } from '#core/commands/commands';
import { AboutDialog } from '../../features/about/AboutDialog.tsx';
import { FieldDefinitionsDialog } from '../../features/field-definitions/FieldDefinitionsDialog.tsx';
import { FixAllDialog } from '../../features/fix-all/FixAllDialog.tsx';
import { ImageInsert } from './ImageInsert.tsx';
import { Palette } from '../../features/palette/Palette.tsx';
import { SettingsDialog } from '../../features/settings/SettingsDialog.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { changeSettings, useSettingsStore } from '../../stores/settings-store.ts';
import { useWorkspaceStore } from '../../stores/workspace-store.ts';
import { currentEditorContext } from '../editor-context-of.ts';
import { definitionsSource, tellDefinitionsSaved } from '../field-definitions.ts';
import { openGuide } from '../guide-actions.ts';
import { tellFixed } from '../finished.ts';
import { openAt } from '../go-to-named.ts';
import { useHeadings } from '../use-navigation.ts';
import { manuscript } from '../manuscript.ts';
import { sessionOf } from '../sessions.ts';
import { usePresentFindings } from '../use-workspace-data.ts';
import { GuideFileDialogs } from './GuideFileDialogs.tsx';
import { PageOutPart } from './PageOutPart.tsx';
import { NewGuidePart } from './NewGuidePart.tsx';

function close(): void {
  useLayoutStore.setState({ dialog: undefined });
  requestAnimationFrame(() => {
    if (useDocumentsStore.getState().view === 'source') manuscript.view?.focus();
  });
}

function FixAll() {
  const active = useDocumentsStore((state) => state.active);
  const code = useLayoutStore((state) => state.fixAllCode);
  const session = sessionOf(active);
  const findings = usePresentFindings(session);
  if (!session) return null;
  return (
    <FixAllDialog
      text={session.text()}
      findings={findings}
      code={code}
      onApply={(edits, count) => {
        session.edit(edits, 'fix');
        close();
        tellFixed(session, count);
      }}
      onClose={close}
    />
  );
}

interface DialogsProps {
  readonly run: (id: CommandId) => void;
  /** Shows the field of a JSON pointer in the form. */
  readonly showField: (pointer: string) => void;
}

async function openField(
  path: string,
  pointer: string | undefined,
  showField: DialogsProps['showField'],
): Promise<void> {
  close();
  if ((await openGuide(path, currentEditorContext())) && pointer !== undefined) showField(pointer);
}

/** Whichever dialog is open. */
export function Dialogs({ run, showField }: DialogsProps) {
  const dialog = useLayoutStore((state) => state.dialog);
  const { info, settings } = useSettingsStore();
  const workspace = useWorkspaceStore((state) => state.workspace);
  const entryMap = useWorkspaceStore((state) => state.entries);
  const documents = useDocumentsStore((state) => state.documents);
  const active = useDocumentsStore((state) => state.active);
  const headings = useHeadings(dialog === 'palette' ? active : undefined);
  const entries = useMemo(() => [...entryMap.values()], [entryMap]);
  switch (dialog) {
    case undefined:
      return null;
    case 'settings':
      return (
        <SettingsDialog
          settings={settings}
          systemLocale={info?.systemLocale ?? 'ja'}
          onChange={(changes) => void changeSettings(changes)}
          onClose={close}
        />
      );
    case 'about':
      return <AboutDialog info={info} onClose={close} />;
    case 'new-guide':
      return <NewGuidePart entries={entries} onClose={close} />;
    case 'duplicate':
    case 'rename':
    case 'move':
    case 'trash':
    case 'not-done':
      return <GuideFileDialogs onClose={close} />;
    case 'palette':
    case 'actions':
      return (
        <Palette
          mode={dialog === 'palette' ? 'all' : 'actions'}
          entries={entries}
          vocabulary={workspace?.vocabulary ?? {}}
          available={{ workspace: workspace !== undefined, guide: active !== undefined }}
          headings={headings}
          onHeading={(from) =>
            active !== undefined && void openAt(active, currentEditorContext(), from)
          }
          recentPaths={documents.map(({ path }) => path).toReversed()}
          onRun={run}
          onOpen={(path) => void openGuide(path, currentEditorContext())}
          onClose={close}
        />
      );
    case 'pdf':
    case 'print':
      return <PageOutPart kind={dialog} onClose={close} />;
    case 'image':
      return <ImageInsert onClose={close} />;
    case 'fix-all':
      return <FixAll />;
    case 'field-definitions':
      return (
        <FieldDefinitionsDialog
          source={definitionsSource}
          fields={workspace?.fields ?? []}
          nameOf={(path) => entryMap.get(path)?.name ?? path}
          onOpenGuide={(path, pointer) => void openField(path, pointer, showField)}
          onSaved={(path) => {
            close();
            tellDefinitionsSaved(path);
          }}
          onClose={close}
        />
      );
  }
}
