import './panel-tabs.css';

interface PanelTabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: Id;
    readonly label: string;
    /** As it is shown; absent where nothing is counted. */
    readonly count?: string | undefined;
  }[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** The tabs of a panel: one row of names, each with its count. */
export function PanelTabs<Id extends string>({ label, tabs, value, onChange }: PanelTabsProps<Id>) {
  return (
    <div role="tablist" aria-label={label} className="btabs">
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className="btab"
          aria-selected={value === tab.id}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
          {tab.count !== undefined && <span className="badge num">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}
