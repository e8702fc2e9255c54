import type { Piece } from './highlight.ts';

/** A text with its hits marked. */
export function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, index) =>
    piece.hit ? (
      <mark key={index} className="hit">
        {piece.text}
      </mark>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );
}
