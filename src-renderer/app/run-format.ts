import type { formatCommands } from '#core/commands/format-commands';
import { formatMessages } from '#core/messages/format';
import { translate } from '#core/messages/messages';
import type { FormatCommand } from '../editor/format/format-command.ts';
import { insertRule } from '../editor/format/insert-rule.ts';
import { toggleCodeBlock } from '../editor/format/toggle-code-block.ts';
import { toggleHeading } from '../editor/format/toggle-heading.ts';
import { toggleLink } from '../editor/format/toggle-link.ts';
import { toggleList } from '../editor/format/toggle-list.ts';
import { toggleQuote } from '../editor/format/toggle-quote.ts';
import { toggleStyle } from '../editor/format/toggle-style.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';
import { chooseImage } from './image-insertion.ts';
import { runInManuscript } from './run-in-manuscript.ts';

/** Formats the guide in front; where that cannot be, the reason is told. */
function format(command: FormatCommand): () => void {
  return () =>
    runInManuscript(({ state, dispatch }) => {
      if (state.readOnly) return false;
      const result = command(state);
      if (result.refused === undefined) {
        dispatch(state.update(result.spec));
        return true;
      }
      const { locale } = useSettingsStore.getState();
      showToast({ id: 'format', text: translate(formatMessages, locale, result.refused) });
      return false;
    });
}

/** What the commands of the menu 書式 do. */
export const formatRuns: Record<(typeof formatCommands)[number]['id'], () => unknown> = {
  'format.bold': format(toggleStyle('strong')),
  'format.italic': format(toggleStyle('emphasis')),
  'format.strike': format(toggleStyle('strike')),
  'format.code': format(toggleStyle('code')),
  'format.image': chooseImage,
  'format.link': format(toggleLink),
  'format.heading1': format(toggleHeading(1)),
  'format.heading2': format(toggleHeading(2)),
  'format.heading3': format(toggleHeading(3)),
  'format.heading4': format(toggleHeading(4)),
  'format.paragraph': format(toggleHeading(0)),
  'format.bulletList': format(toggleList('bullet')),
  'format.numberedList': format(toggleList('ordered')),
  'format.taskList': format(toggleList('task')),
  'format.quote': format(toggleQuote),
  'format.codeBlock': format(toggleCodeBlock),
  'format.rule': format(insertRule),
};
