import { type Command, keyOf } from '#core/commands/command';
import { type CommandId, commands } from '#core/commands/commands';
import { isComposing } from '../ui/composing.ts';

interface Chord {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** Lower-case `event.key` without modifiers, such as `p` or `f8`. */
  readonly key: string;
}

// Where a key stands when Shift or the layout changes the character it gives.
const CODES: Readonly<Record<string, readonly string[]>> = {
  space: ['Space'],
  left: ['ArrowLeft'],
  right: ['ArrowRight'],
  '.': ['Period'],
  ',': ['Comma'],
  '=': ['Equal'],
  '-': ['Minus'],
  '\\': ['Backslash', 'IntlRo', 'IntlYen'],
  '[': ['BracketLeft'],
  ']': ['BracketRight'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
};

function parseChord(accelerator: string): Chord {
  const parts = accelerator.split('+');
  return {
    mod: parts.includes('CmdOrCtrl'),
    ctrl: parts.includes('Ctrl'),
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    key: (parts.at(-1) ?? '').toLowerCase(),
  };
}

function isKey(event: KeyboardEvent, key: string): boolean {
  if (event.key.toLowerCase() === key || CODES[key]?.includes(event.code)) return true;
  // With Alt or another layout the character differs; the place of a letter or digit does not.
  return event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`;
}

/** Commands that lead to a search: no field has them for itself. */
const searches: ReadonlySet<CommandId> = new Set<CommandId>([
  'edit.find',
  'edit.replace',
  'edit.findInFolder',
]);

function matches(event: KeyboardEvent, chord: Chord, isMac: boolean): boolean {
  const ctrl = chord.ctrl || (chord.mod && !isMac);
  const meta = chord.mod && isMac;
  return (
    event.ctrlKey === ctrl &&
    event.metaKey === meta &&
    event.altKey === chord.alt &&
    event.shiftKey === chord.shift &&
    isKey(event, chord.key)
  );
}

const chordsOf = (isMac: boolean) =>
  commands.flatMap((command: Command & { id: CommandId }) => {
    const key = keyOf(command, isMac);
    return key === undefined ? [] : [{ id: command.id, chord: parseChord(key) }];
  });
const chords = { mac: chordsOf(true), other: chordsOf(false) };

/** Whether a command about text is none of the window's where the focus is, because a field has its own text. */
function ownsEditing(target: EventTarget | null, id: CommandId): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (!target.matches('input, textarea, [contenteditable="true"]')) return false;
  // The manuscript is what they are about; what CodeMirror did with a key itself does not come here.
  if (target.closest('.source .cm-content')) return false;
  if (id.startsWith('format.')) return true;
  // The form's fields are views of the guide, so undo there is the guide's; search boxes have their own.
  return !target.closest('.formpane');
}

/** The command of a key event, or `undefined`; keys of a composition are never commands. */
export function commandOf(event: KeyboardEvent, isMac: boolean): CommandId | undefined {
  if (event.defaultPrevented || isComposing(event)) return undefined;
  const id = chords[isMac ? 'mac' : 'other'].find(({ chord }) => matches(event, chord, isMac))?.id;
  // Tables have their keys in the manuscript only: what they do depends on the caret.
  // Searches begin wherever the focus is.
  if (id !== undefined && searches.has(id)) return id;
  if (id === undefined || id.startsWith('table.')) return undefined;
  return /^(?:edit|format)\./.test(id) && ownsEditing(event.target, id) ? undefined : id;
}
