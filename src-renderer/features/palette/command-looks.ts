import type { CommandId } from '#core/commands/commands';
import type { IconName } from '../../ui/icons.tsx';

/** Commands that the palette lists under 設定. */
export const settingsCommands: ReadonlySet<CommandId> = new Set<CommandId>([
  'app.settings',
  'view.theme',
  'view.fontLarger',
  'view.fontSmaller',
  'view.fontReset',
  'view.blankMarks',
  'view.language',
]);

/** Commands that make no sense from the palette: they open it. */
export const hiddenCommands: ReadonlySet<CommandId> = new Set<CommandId>([
  'go.palette',
  'go.actions',
]);

const icons: Partial<Record<CommandId, IconName>> = {
  'guide.new': 'plus',
  'workspace.open': 'folder',
  'workspace.openSample': 'book',
  'workspace.welcome': 'history',
  'guide.save': 'check',
  'guide.saveAll': 'check',
  'guide.saveCopy': 'copy',
  'guide.reload': 'refresh',
  'guide.reveal': 'folder',
  'guide.duplicate': 'copy',
  'guide.rename': 'file',
  'guide.trash': 'trash',
  'guide.close': 'x',
  'guide.reopen': 'history',
  'export.review': 'upload',
  'app.settings': 'gear',
  'edit.undo': 'undo',
  'edit.find': 'search',
  'format.bold': 'bold',
  'format.italic': 'italic',
  'format.strike': 'strike',
  'format.code': 'code',
  'format.link': 'link',
  'format.heading1': 'heading',
  'format.heading2': 'heading',
  'format.heading3': 'heading',
  'format.heading4': 'heading',
  'format.paragraph': 'text',
  'format.bulletList': 'list',
  'format.numberedList': 'numbers',
  'format.taskList': 'tasks',
  'format.quote': 'quote',
  'format.codeBlock': 'codeblock',
  'format.rule': 'minus',
  'view.source': 'text',
  'view.form': 'form',
  'view.preview': 'eye',
  'view.otherView': 'sync',
  'view.previewWidth': 'phone',
  'view.sidebar': 'panel',
  'view.panel': 'list',
  'view.fontLarger': 'plus',
  'view.fontSmaller': 'minus',
  'view.fontReset': 'text',
  'view.blankMarks': 'eye',
  'view.theme': 'gear',
  'view.language': 'globe',
  'go.filter': 'filter',
  'go.nextFinding': 'down',
  'go.previousFinding': 'up',
  'go.findingCard': 'hint',
  'finding.fix': 'wand',
  'finding.fixAll': 'wand',
  'workspace.rescan': 'refresh',
  'workspace.fieldDefinitions': 'list',
  'app.about': 'signpost',
};

/** The icon of a command; a plain arrow where it has none of its own. */
export function commandIcon(id: CommandId): IconName {
  return icons[id] ?? 'arrow';
}
