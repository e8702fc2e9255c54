const titleNames = ['title', 'name', 'label', 'heading'];

const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What a row of a list is called: its title or name where it has one, else the first text in it; empty where there is none. */
export function rowTitle(row: unknown): string {
  if (typeof row !== 'object' || row === null) {
    return typeof row === 'string' ? row : (JSON.stringify(row) ?? '');
  }
  const values = row as Readonly<Record<string, unknown>>;
  const named = titleNames.map((name) => values[name]).find(isFilled);
  return (named ?? Object.values(values).find(isFilled) ?? '').replaceAll(/\s+/g, ' ');
}
