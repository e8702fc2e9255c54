interface LineStatProps {
  readonly lines: { readonly added: number; readonly removed: number } | undefined;
}

/** Lines added and taken away, such as +4 −3; a side without any is left away. */
export function LineStat({ lines }: LineStatProps) {
  if (lines === undefined || (lines.added === 0 && lines.removed === 0)) return null;
  return (
    <span className="stat nowrap">
      {lines.added > 0 && <span className="t-success">+{lines.added.toLocaleString()}</span>}{' '}
      {lines.removed > 0 && <span className="t-error">−{lines.removed.toLocaleString()}</span>}
    </span>
  );
}
