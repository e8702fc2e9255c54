import type { ReactNode } from 'react';

interface SettingRowProps {
  readonly label: string;
  /** One sentence under the label. */
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

/** One setting: its name at the left, its control at the right. */
export function SettingRow({ label, note, children }: SettingRowProps) {
  return (
    <div className="setting">
      <div>
        <div className="settinglabel">{label}</div>
        {note !== undefined && <div className="settingnote">{note}</div>}
      </div>
      {children}
    </div>
  );
}
