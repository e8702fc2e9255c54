import type { Diagnostic, Severity } from '#core/lint/diagnostic';
import { findingsMessages } from '#core/messages/findings';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { fixVerb } from './findings-model.ts';

interface FindingRowViewProps {
  readonly id: string;
  readonly finding: Diagnostic;
  readonly place: string;
  readonly selected: boolean;
  /** Row number from 1 for screen readers. */
  readonly position: number;
  /** Distance from the top of the list in pixels. */
  readonly top: number;
  readonly onGo: () => void;
  /** Applies the fix of a number from 0. */
  readonly onFix: (fixIndex: number) => void;
}

const kindNames = {
  error: 'kindError',
  warning: 'kindWarning',
  information: 'kindInformation',
  hint: 'kindHint',
} as const satisfies Record<Severity, string>;

/** One finding: kind, message with advice, place, and what can be done about it. */
export function FindingRowView(props: FindingRowViewProps) {
  const { id, finding, place, selected, position, top, onGo, onFix } = props;
  const text = useText(findingsMessages);
  const localized = useLocalized();
  const fixes = finding.fixes ?? [];
  const message = localized(finding.message);
  const advice = finding.advice === undefined ? '' : localized(finding.advice);
  const tabIndex = selected ? 0 : -1;
  const label = text('row', { kind: text(kindNames[finding.severity]), message, place });
  return (
    <div
      id={id}
      className="f"
      role="row"
      aria-selected={selected}
      aria-rowindex={position}
      aria-label={label}
      data-code={finding.code}
      style={{ top }}
      onClick={() => {
        // A click that ends a selection of the text is no wish to go there.
        if (window.getSelection()?.isCollapsed !== false) onGo();
      }}
    >
      <span role="gridcell" className="kind">
        <SeverityIcon severity={finding.severity} size={14} />
      </span>
      <div
        role="gridcell"
        className="msg"
        data-tip={advice === '' ? message : `${message} ${advice}`}
      >
        <b className="clip">{message}</b>
        <span className="clip faint">{advice}</span>
      </div>
      <span role="gridcell" className="place clip" data-tip={place}>
        {place}
      </span>
      <div role="gridcell" className="act" onClick={(event) => event.stopPropagation()}>
        {fixes[0] === undefined ? (
          <Button variant="ghost" size="small" tabIndex={tabIndex} onPress={onGo}>
            {text('go')}
          </Button>
        ) : (
          <Button
            size="small"
            tip={localized(fixes[0].title)}
            tabIndex={tabIndex}
            onPress={() => onFix(0)}
          >
            {text(fixVerb(finding))}
          </Button>
        )}
        {fixes.length > 1 && (
          <MenuButton
            label={text('pick', { what: message })}
            icon="down"
            size="small"
            entries={fixes.map((fix, index) => ({
              id: String(index),
              label: localized(fix.title),
            }))}
            onAction={(index) => onFix(Number(index))}
          />
        )}
      </div>
    </div>
  );
}
