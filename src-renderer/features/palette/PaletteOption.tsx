import { paletteMessages } from '#core/messages/palette';
import { useText } from '../../stores/use-text.ts';
import { foldWithOffsets, type Piece, piecesOf } from '../../ui/highlight.ts';
import { Icon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { Marked } from '../../ui/Marked.tsx';
import type { PaletteHit } from './palette-model.ts';

interface PaletteOptionProps {
  readonly id: string;
  readonly hit: PaletteHit;
  readonly selected: boolean;
  readonly onHover: () => void;
  readonly onChoose: () => void;
}

function marked(text: string, foldedHits: readonly number[]): readonly Piece[] {
  if (foldedHits.length === 0) return [{ text, hit: false }];
  const { offsets } = foldWithOffsets(text);
  const hits = new Set<number>();
  for (const index of foldedHits) {
    const start = offsets[index] ?? text.length;
    const end = offsets.find((offset) => offset > start) ?? text.length;
    for (let at = start; at < end; at += 1) hits.add(at);
  }
  return piecesOf(text, (index) => hits.has(index));
}

/** One entry of the palette: icon, name, second text, category or keys; why it cannot be used. */
export function PaletteOption({ id, hit, selected, onHover, onChoose }: PaletteOptionProps) {
  const text = useText(paletteMessages);
  const { item } = hit;
  return (
    <div
      id={id}
      className="o"
      role="option"
      aria-selected={selected}
      aria-disabled={item.disabled !== undefined || undefined}
      onPointerMove={(event) => {
        // Scrolling by key moves the page under a resting pointer; that is no wish to choose.
        if (event.movementX !== 0 || event.movementY !== 0) onHover();
      }}
      onClick={onChoose}
    >
      <Icon name={item.icon} />
      <b className="clip">
        <Marked pieces={marked(item.name, hit.nameHits)} />
      </b>
      <span className="faint clip">
        {item.disabled === undefined ? (
          <Marked pieces={marked(item.note, hit.noteHits)} />
        ) : (
          text(item.disabled)
        )}
      </span>
      {item.keys === undefined ? (
        <span className="faint nowrap">{item.aside}</span>
      ) : (
        <Kbd keys={item.keys} split />
      )}
    </div>
  );
}
