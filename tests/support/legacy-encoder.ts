/** Writes a Japanese encoding of old; Node can only read these. */
export interface LegacyEncoder {
  /** Whether the encoding has a character. */
  has(character: string): boolean;
  /** Throws for a character that the encoding has not. */
  encode(text: string): Buffer;
}

/** Makes an encoder by reading every pair of bytes once. */
export function legacyEncoder(encoding: 'shift_jis' | 'euc-jp'): LegacyEncoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: readonly number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 0x100; byte += 1) add(byte);
  for (let lead = 0x81; lead < 0xfd; lead += 1) {
    for (let trail = 0x40; trail < 0x100; trail += 1) add(lead, trail);
  }
  return {
    has: (character) => table.has(character),
    encode: (text) =>
      Buffer.from(
        [...text].flatMap((character) => {
          const bytes = table.get(character);
          if (bytes === undefined) throw new RangeError(`${encoding} has no ${character}`);
          return bytes;
        }),
      ),
  };
}
