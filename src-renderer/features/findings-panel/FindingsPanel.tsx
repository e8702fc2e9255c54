import { type ReactNode, useMemo, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { type Diagnostic, severities, type Severity } from '#core/lint/diagnostic';
import { findingsMessages } from '#core/messages/findings';
import type { FieldModel } from '#core/schema/field-model';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { placeText } from './finding-place.ts';
import { FindingRows } from './FindingRows.tsx';
import './findings-panel.css';
import { countAll, fixableCount, folderRows, guideRows } from './findings-model.ts';
import { useRowLook } from './use-row-look.ts';

interface FindingsPanelProps {
  /** Path of the guide in front. */
  readonly active: string | undefined;
  /** UTF-16 offset of its caret. */
  readonly caret: number;
  /** Findings by path; open guides have those of their unsaved text. */
  readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  /** Fields of the guide details, for their labels. */
  readonly fields: readonly FieldModel[];
  /** Line (from 1) of a finding; `undefined` where the text is not at hand. */
  readonly lineOf: (path: string, finding: Diagnostic) => number | undefined;
  /** Findings of the guide in front, or of the whole folder. */
  readonly tab: 'guide' | 'folder';
  /** The tabs of the bottom panel, which this bar begins with. */
  readonly tabs: ReactNode;
  readonly onGo: (path: string, finding: Diagnostic) => void;
  readonly onFix: (path: string, finding: Diagnostic, fixIndex: number) => void;
  /** Opens the dialog that fixes many at once, for the guide in front. */
  readonly onFixAll: () => void;
  readonly onClose: () => void;
}

const noFindings: readonly Diagnostic[] = [];
const severityLabels = {
  error: 'errors',
  warning: 'warnings',
  information: 'notes',
  hint: 'hints',
} as const satisfies Record<Severity, string>;

/** The findings of the guide in front, or of the whole folder. */
export function FindingsPanel(props: FindingsPanelProps) {
  const { active, findings, entries, fields, tab } = props;
  const text = useText(findingsMessages);
  const { locale, rowHeight } = useRowLook();
  const [severity, setSeverity] = useState<Severity>();
  const own = (active === undefined ? undefined : findings.get(active)) ?? noFindings;
  const all = useMemo(() => countAll(findings), [findings]);
  const rows = useMemo(() => {
    if (tab === 'folder') return folderRows(findings, entries, severity);
    return active === undefined ? [] : guideRows(active, own, severity);
  }, [tab, findings, entries, severity, active, own]);
  const fixable = fixableCount(own);
  const empty =
    severity !== undefined && (tab === 'folder' ? all : own.length) > 0
      ? 'noneHere'
      : tab === 'folder'
        ? 'noneFolder'
        : active === undefined
          ? 'noGuide'
          : 'none';
  return (
    <section className="findings" aria-label={text('tabGuide')}>
      <div className="bottombar">
        {props.tabs}
        <span className="grow" />
        <MenuButton
          label={severity === undefined ? text('filter') : text(severityLabels[severity])}
          icon="filter"
          entries={[
            { id: 'all', label: text('everyKind'), checked: severity === undefined },
            ...severities.map((id) => ({
              id,
              label: text(severityLabels[id]),
              checked: id === severity,
            })),
          ]}
          onAction={(id) => setSeverity(severities.find((one) => one === id))}
          className={severity === undefined ? undefined : 't-accent'}
        />
        {tab === 'guide' && fixable > 0 && (
          <>
            <span className="faint nowrap fixable">{text('fixable', { count: fixable })}</span>
            <Button size="small" icon="wand" onPress={props.onFixAll}>
              {text('fixAll')}
            </Button>
          </>
        )}
        <IconButton
          icon="x"
          label={text('close')}
          shortcut={keyLabel('CmdOrCtrl+J')}
          onPress={props.onClose}
        />
      </div>
      {rows.length > 0 ? (
        <FindingRows
          key={tab}
          label={text(tab === 'folder' ? 'tabFolder' : 'tabGuide')}
          rows={rows}
          rowHeight={rowHeight}
          active={active}
          caret={props.caret}
          placeOf={(path, finding) =>
            placeText(finding, props.lineOf(path, finding), fields, locale)
          }
          onGo={props.onGo}
          onFix={props.onFix}
        />
      ) : (
        <EmptyState
          title={text(empty)}
          {...(empty === 'none' || empty === 'noneFolder'
            ? { icon: 'okfill', tone: 'success' }
            : {})}
        >
          {empty === 'noneHere' && (
            <Button size="small" onPress={() => setSeverity(undefined)}>
              {text('showAll')}
            </Button>
          )}
        </EmptyState>
      )}
    </section>
  );
}
