import type { formatCommands } from '#core/commands/format-commands';
import { editorMessages } from '#core/messages/editor';
import { translate } from '#core/messages/messages';
import { insertLink, toggleBold, toggleItalic } from '../editor/formatting-commands.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { runInManuscript } from './run-in-manuscript.ts';

/** What the commands of the menu 書式 do. */
export const formatRuns: Record<(typeof formatCommands)[number]['id'], () => unknown> = {
  'format.bold': () => runInManuscript(toggleBold),
  'format.italic': () => runInManuscript(toggleItalic),
  'format.link': () => {
    const { locale } = useSettingsStore.getState();
    runInManuscript(insertLink(translate(editorMessages, locale, 'linkText')));
  },
};
