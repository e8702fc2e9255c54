const definition = /^(?:[ \t>]|[-*+] )*\[\^((?:\\.|[^\]\\\s])+)\]:/;
const fence = /^(?:[ \t>]|[-*+] |\d{1,9}[.)] )*(`{3,}|~{3,})(.*)$/;

function plain(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/**
 * Where a footnote is defined in a body: the offset of its `[^`, UTF-16, or `undefined` where it is not
 * found. `id` is the note's own part of its id on the page, percent-encoded. Walks the text, so for clicks only.
 */
export function noteSource(body: string, id: string): number | undefined {
  const wanted = plain(id);
  let open = '';
  let from = 0;
  for (const line of body.split('\n')) {
    const [, marks = '', info = ''] = fence.exec(line) ?? [];
    if (open !== '') {
      // A fence ends by at least as many of its own marks, alone.
      if (marks.startsWith(open) && info.trim() === '') open = '';
    } else if (marks !== '' && !(marks.startsWith('`') && info.includes('`'))) {
      open = marks;
    } else {
      const label = definition.exec(line)?.[1];
      // Upper case first, as Markdown compares labels: ß is ss.
      if (label !== undefined && plain(label.toUpperCase().toLowerCase()) === wanted) {
        return from + line.indexOf('[^');
      }
    }
    from += line.length + 1;
  }
  return undefined;
}
