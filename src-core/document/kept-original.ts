/**
 * Name under which the bytes of a guide are kept when it becomes UTF-8: beside it, and no Markdown file.
 * `number` counts from 1; from 2 on it is part of the name, for a name that is taken.
 */
export function originalName(fileName: string, encoding: string, number = 1): string {
  const end = `.${encoding}${number === 1 ? '' : `-${number}`}.orig`;
  const characters = [...fileName];
  // File systems hold names of 255 bytes; a character takes up to three of them (four for two units).
  while (bytesOf(characters) > 255 - end.length) characters.pop();
  return characters.join('') + end;
}

function bytesOf(characters: readonly string[]): number {
  let bytes = 0;
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const names: Readonly<Record<string, string>> = {
  shift_jis: 'Shift_JIS',
  'euc-jp': 'EUC-JP',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
};

/** An encoding as people write it, such as `Shift_JIS`; `undefined` for one that cannot be converted. */
export function encodingName(encoding: string | undefined): string | undefined {
  return encoding === undefined ? undefined : names[encoding];
}
