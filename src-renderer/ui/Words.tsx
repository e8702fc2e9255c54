import type { Word } from '#core/text/compare-words';

interface WordsProps {
  readonly words: readonly Word[];
  readonly side: 'before' | 'after';
}

/** A text with what the other side does not have marked. */
export function Words({ words, side }: WordsProps) {
  return words.map(({ text, changed }, index) => {
    if (!changed) return <span key={index}>{text}</span>;
    return side === 'before' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>;
  });
}
