import { mergeMessages } from '#core/messages/merge';
import { useText } from '../../stores/use-text.ts';
import '../../ui/chip.css';
import { Words } from '../../ui/Words.tsx';
import type { SideView } from './merge-model.ts';

/** What one side has in a place, with its changes marked. */
export function SideText({ view }: { readonly view: SideView }) {
  const text = useText(mergeMessages);
  if (view.shape === 'none') return <span className="faint">{text('removed')}</span>;
  if (view.shape === 'text') return <Words words={view.words} side="after" />;
  if (view.words.length === 0) return <span className="faint">{text('nothing')}</span>;
  return (
    <span className="chips">
      {view.words.map(({ text: word, changed }, index) => {
        const Tag = changed ? 'ins' : 'span';
        return (
          <Tag key={index} className="chip plain">
            <span className="clip">{word}</span>
          </Tag>
        );
      })}
    </span>
  );
}
