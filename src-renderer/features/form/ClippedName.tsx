/** Letters at the end of a file name that tell it from its like (`_hero.png`). */
const tailLength = 9;

/** A file name on one line; where it is too long its middle gives way, and its end stays. */
export function ClippedName({ name }: { readonly name: string }) {
  const letters = [...name];
  const cut = letters.length > tailLength * 2 ? letters.length - tailLength : letters.length;
  return (
    <span className="clippedname">
      <span className="clip">{letters.slice(0, cut).join('')}</span>
      <span>{letters.slice(cut).join('')}</span>
    </span>
  );
}
