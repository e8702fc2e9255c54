import { counterText } from '#core/messages/counter';
import { searchResultMessages } from '#core/messages/search-result';
import type { CutText } from '#core/markdown/search-result';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { WidthCounter } from '../../ui/WidthCounter.tsx';

interface CutCountProps {
  readonly name: string;
  readonly text: CutText;
  /** In full-width units. */
  readonly limit: number;
}

/** How wide a text is, how much of it is shown, and the words that are not. */
export function CutCount({ name, text, limit }: CutCountProps) {
  const say = useText(searchResultMessages);
  const localized = useLocalized();
  const [before, after] = say('cut', { text: '\n' }).split('\n');
  return (
    <li>
      <span>{name}</span>
      <WidthCounter
        value={text.width}
        max={limit}
        text={localized(counterText(text.width, { max: limit }))}
      />
      {text.cut !== '' && (
        <span className="result-rest">
          {before}
          <mark>{text.cut}</mark>
          {after}
        </span>
      )}
    </li>
  );
}
