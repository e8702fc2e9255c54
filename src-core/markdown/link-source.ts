/** What may follow an address in Markdown or HTML; anything else makes it a longer address. */
const afterAddress = /[)\s>"'\]]/;

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/**
 * Where a link's address stands in the paragraph that begins at `from`; offsets in UTF-16. `undefined` where
 * it does not, as with a link whose address is defined elsewhere. `address` is as the page has it,
 * percent-encoded.
 */
export function linkSource(text: string, from: number, address: string): number | undefined {
  if (address === '') return undefined;
  const blank = /\n[ \t>]*\r?\n/g;
  blank.lastIndex = from;
  const paragraph = text.slice(from, blank.exec(text)?.index);
  for (const written of new Set([address, decoded(address)])) {
    let at = paragraph.indexOf(written);
    for (; at !== -1; at = paragraph.indexOf(written, at + 1)) {
      const next = paragraph.charAt(at + written.length);
      if (next === '' || afterAddress.test(next)) return from + at;
    }
  }
  return undefined;
}
