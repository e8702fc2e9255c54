import type { DetailsLoss } from '#core/document/convert-details';
import { convertMessages } from '#core/messages/convert';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import './convert-dialog.css';

interface ConvertDialogProps {
  /** How the details are written now, such as `YAML`. */
  readonly language: string;
  readonly lost: readonly DetailsLoss[];
  readonly onConvert: () => void;
  readonly onClose: () => void;
}

/** Longest example that is shown whole, in UTF-16 units. */
const exampleLength = 40;

function shorten(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return line.length > exampleLength
    ? `${line.slice(0, exampleLength).replace(/[\ud800-\udbff]$/, '')}…`
    : line;
}

/** What will not be kept when the guide details become JSON, told before anything is changed. */
export function ConvertDialog({ language, lost, onConvert, onClose }: ConvertDialogProps) {
  const text = useText(convertMessages);
  return (
    <Dialog
      title={text('title')}
      size="small"
      closeLabel={text('close')}
      onClose={onClose}
      footer={
        <>
          <span className="faint">{text('undoNote')}</span>
          <span className="grow" />
          <Button size="big" onPress={onClose}>
            {text('cancel')}
          </Button>
          <Button size="big" variant="primary" onPress={onConvert}>
            {text('change')}
          </Button>
        </>
      }
    >
      <div className="convert">
        <p>{text('lead', { language })}</p>
        <ul className="convertlost">
          {lost.map(({ kind, count, first }) => {
            const shown = { first: shorten(first) };
            const example = text(count > 1 ? 'examples' : 'example', shown);
            return <li key={kind}>{text(kind, { count, example })}</li>;
          })}
        </ul>
      </div>
    </Dialog>
  );
}
