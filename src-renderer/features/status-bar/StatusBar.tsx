import type { Flavour } from '#core/catalog/workspace-config';
import type { EventValues } from '#core/ipc/event-values';
import type { Counts as SeverityCounts } from '#core/lint/diagnostic';
import { statusMessages } from '#core/messages/status';
import { readingMinutes, type TextCount } from '#core/text/text-count';
import type { OpenDocument } from '../../stores/documents-store.ts';
import { useText } from '../../stores/use-text.ts';
import { Counts } from '../../ui/Counts.tsx';
import { type IconName, Icon } from '../../ui/icons.tsx';
import { clockTime, percentDone, type SaveState, saveState } from './status-model.ts';
import './status-bar.css';

interface StatusBarProps {
  /** The guide in front; `undefined` where none is open. */
  readonly document: OpenDocument | undefined;
  readonly counts: SeverityCounts;
  readonly progress: EventValues['workspace.progress'] | undefined;
  /** Line and column from 1. */
  readonly caret: { readonly line: number; readonly column: number; readonly selected: number };
  readonly bodyCount: TextCount;
  /** Line ends of the file in front. */
  readonly eol: 'LF' | 'CRLF' | 'CR' | 'mixed' | undefined;
  /** How the preview reads Markdown; `undefined` hides the note. */
  readonly flavour: Flavour | undefined;
  /** What is typed reaches no disk until it is saved (F30). */
  readonly unprotected: boolean;
  /** No version of a guide can be kept in the history (F04). */
  readonly historyFailing: boolean;
  readonly onShowFindings: () => void;
}

const saveLooks = {
  saved: { key: 'savedNever', icon: 'check', tone: 't-success' },
  unsaved: { key: 'unsaved', icon: undefined, tone: '' },
  saving: { key: 'saving', icon: 'refresh', tone: '' },
  'cannot-save': { key: 'cannotSave', icon: 'error', tone: 't-error' },
  'changed-outside': { key: 'changedOutside', icon: 'conflict', tone: 't-conflict' },
  deleted: { key: 'deleted', icon: 'warning', tone: 't-warning' },
  'read-only': { key: 'readOnly', icon: 'lock', tone: '' },
} as const satisfies Record<SaveState, { key: string; icon: IconName | undefined; tone: string }>;

function SavedItem({ document }: { readonly document: OpenDocument }) {
  const text = useText(statusMessages);
  const state = saveState(document);
  const { key, icon, tone } = saveLooks[state];
  const words =
    state === 'saved' && document.savedAt !== undefined
      ? text('saved', { time: clockTime(document.savedAt) })
      : text(key);
  return (
    <span className={`item ${tone}`} data-testid="save-state" data-state={state}>
      {icon === undefined ? (
        <span className="unsaved" aria-hidden="true" />
      ) : (
        <Icon name={icon} size={13} />
      )}
      {words}
    </span>
  );
}

/** How long the body is and how long reading it takes; what was counted stands in the tip. */
function LengthItem({ count }: { readonly count: TextCount }) {
  const text = useText(statusMessages);
  const minutes = readingMinutes(count);
  const characters = text('characters', { count: count.characters });
  const words = count.words > 0 ? text('latinWords', { count: count.words }) : '';
  const tip = text('lengthTip', { dense: count.characters - count.blanks, words });
  return (
    <span className="item num" data-tip={tip}>
      {minutes === 0 ? characters : `${characters} · ${text('minutes', { count: minutes })}`}
    </span>
  );
}

/** The bar at the bottom: saved state, findings, progress, place, length, encoding. */
export function StatusBar(props: StatusBarProps) {
  const { document, counts, progress, caret, eol, flavour } = props;
  const text = useText(statusMessages);
  const found = counts.error + counts.warning + counts.hint > 0;
  return (
    <footer className="statusbar">
      {document !== undefined && <SavedItem document={document} />}
      {props.unprotected && (
        <span className="item t-error" role="alert" data-tip={text('unprotectedTip')}>
          <Icon name="error" size={13} />
          {text('unprotected')}
        </span>
      )}
      {props.historyFailing && (
        <span className="item t-warning" role="alert" data-tip={text('historyFailingTip')}>
          <Icon name="warning" size={13} />
          {text('historyFailing')}
        </span>
      )}
      {document !== undefined && (
        <button
          type="button"
          className="item statuscounts"
          aria-label={text('countsLabel', counts)}
          data-tip={text('counts')}
          onClick={props.onShowFindings}
        >
          {found ? <Counts counts={counts} all /> : text('noFindings')}
        </button>
      )}
      {progress !== undefined && (
        <span className="item num" data-testid="progress">
          <Icon name="refresh" size={13} />
          {text(progress.phase === 'scan' ? 'scanning' : 'checking', {
            total: progress.total,
            percent: String(percentDone(progress)),
          })}
        </span>
      )}
      <span className="grow" />
      {document !== undefined && (
        <>
          {caret.selected > 0 && (
            <span className="item num">{text('selected', { count: caret.selected })}</span>
          )}
          <span className="item num">
            {text('position', { line: caret.line, column: caret.column })}
          </span>
          <LengthItem count={props.bodyCount} />
          {eol !== undefined && document.readOnly !== 'not-utf8' && (
            <span className="item">
              {text('encoding', { eol: eol === 'mixed' ? text('mixed') : eol })}
            </span>
          )}
          {flavour !== undefined && (
            <span className="item" data-tip={text('sameAsSiteTip', { flavour })}>
              <Icon name="shield" size={13} />
              {text('sameAsSite')}
            </span>
          )}
        </>
      )}
    </footer>
  );
}
