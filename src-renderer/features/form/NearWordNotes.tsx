import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import type { NearNote } from './near-words.ts';

/** Says in words why a note is there; also read out when its word has just been added. */
export function useNearText(): (note: NearNote) => string {
  const text = useText(formChoiceMessages);
  return ({ word, near, here }) => {
    const values = { word, near: near.id, count: near.uses };
    if (near.uses > 0) return text('nearUsed', values);
    return text(here ? 'nearHere' : 'nearListed', values);
  };
}

interface NearWordNotesProps {
  readonly id: string;
  readonly notes: readonly NearNote[];
  readonly editable: boolean;
  readonly onReplace: (note: NearNote) => void;
}

/** Words that may be other ways to write known ones, each with the way to take the known one. */
export function NearWordNotes({ id, notes, editable, onReplace }: NearWordNotesProps) {
  const text = useText(formChoiceMessages);
  const formText = useText(formMessages);
  const say = useNearText();
  return (
    // A press must not move the focus first: the word being typed would be added, and the button with it.
    <div id={id} onPointerDown={(event) => event.preventDefault()}>
      {notes.map((note) => (
        <div key={note.word} className="msg t-warning">
          <SeverityIcon severity="warning" size={13} />
          <span className="grow">{say(note)}</span>
          {editable && (
            <LinkButton
              label={
                note.here
                  ? formText('remove', { value: note.word })
                  : text('replaceWith', { word: note.word, near: note.near.id })
              }
              onPress={() => onReplace(note)}
            >
              {text(note.here ? 'takeOut' : 'replace')}
            </LinkButton>
          )}
        </div>
      ))}
    </div>
  );
}
