/** Where a keyboard has its characters; Shift gives other ones on a Japanese keyboard than on an American one. */
export type Layout = 'us' | 'jis';

const shifted: Record<Layout, Readonly<Record<string, string>>> = {
  us: {
    '1': '!',
    '2': '@',
    '3': '#',
    '4': '$',
    '5': '%',
    '6': '^',
    '7': '&',
    '8': '*',
    '9': '(',
    '0': ')',
    '.': '>',
    ',': '<',
    '\\': '|',
    '/': '?',
    '-': '_',
    '=': '+',
    '[': '{',
    ']': '}',
    ';': ':',
  },
  jis: {
    '1': '!',
    '2': '"',
    '3': '#',
    '4': '$',
    '5': '%',
    '6': '&',
    '7': "'",
    '8': '(',
    '9': ')',
    '0': '0',
    '.': '>',
    ',': '<',
    '\\': '_',
    '/': '?',
    '-': '=',
    '[': '{',
    ']': '}',
    ';': '+',
  },
};

const codes: Record<Layout, Readonly<Record<string, string>>> = {
  us: {
    '.': 'Period',
    ',': 'Comma',
    '\\': 'Backslash',
    '/': 'Slash',
    '-': 'Minus',
    '=': 'Equal',
    '[': 'BracketLeft',
    ']': 'BracketRight',
    ';': 'Semicolon',
  },
  jis: {
    '.': 'Period',
    ',': 'Comma',
    '\\': 'IntlRo',
    '/': 'Slash',
    '-': 'Minus',
    '[': 'BracketRight',
    ']': 'Backslash',
    ';': 'Semicolon',
  },
};

// What Chromium says for keys of an American keyboard; `keyCode` is what CodeMirror falls back to.
const keyCodes: Readonly<Record<string, number>> = {
  Enter: 13,
  Tab: 9,
  Escape: 27,
  Space: 32,
  Backspace: 8,
  Delete: 46,
  Home: 36,
  End: 35,
  PageUp: 33,
  PageDown: 34,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  '.': 190,
  ',': 188,
  '\\': 220,
  '/': 191,
  '-': 189,
  '=': 187,
  '[': 219,
  ']': 221,
  ';': 186,
};

const named: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Plus: '=',
  Esc: 'Escape',
};

function codeOf(key: string, layout: Layout): string {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  if (/^\d$/.test(key)) return `Digit${key}`;
  return codes[layout][key] ?? key;
}

function keyCodeOf(key: string): number {
  if (/^[a-z\d]$/i.test(key)) return key.toUpperCase().charCodeAt(0);
  const f = /^F(\d+)$/.exec(key)?.[1];
  return f === undefined ? (keyCodes[key] ?? 0) : 111 + Number(f);
}

/**
 * The keydown that a keyboard sends for an Electron accelerator (`CmdOrCtrl+Shift+P`) or a key of
 * CodeMirror (`Mod-Shift-p`), on a system that is no Mac unless told.
 */
export function keydownOf(
  keys: string,
  layout: Layout = 'us',
  isMac = false,
  more: KeyboardEventInit = {},
): KeyboardEvent {
  const parts = keys.split(/[+-](?=.)/);
  const last = parts.at(-1) ?? '';
  const base = named[last] ?? (last.length === 1 ? last.toLowerCase() : last);
  const has = (name: RegExp): boolean => parts.slice(0, -1).some((part) => name.test(part));
  const mod = has(/^(?:CmdOrCtrl|Mod)$/i);
  const isUpper = /^[A-Z]$/.test(last) && keys.includes('-');
  const shiftKey = has(/^Shift$/i) || isUpper;
  const key = shiftKey
    ? (shifted[layout][base] ?? (base.length === 1 ? base.toUpperCase() : base))
    : base;
  return new KeyboardEvent('keydown', {
    key: key === 'Space' ? ' ' : key,
    code: codeOf(base, layout),
    keyCode: keyCodeOf(base),
    ctrlKey: has(/^(?:Ctrl|Control)$/i) || (mod && !isMac),
    metaKey: has(/^(?:Cmd|Meta)$/i) || (mod && isMac),
    altKey: has(/^(?:Alt|Option)$/i),
    shiftKey,
    bubbles: true,
    cancelable: true,
    ...more,
  });
}

/** How browsers tell that a key belongs to the input method. */
export const composingInits: readonly KeyboardEventInit[] = [
  { isComposing: true },
  { keyCode: 229 },
  { key: 'Process' },
  { isComposing: true, keyCode: 229, key: 'Process' },
];
