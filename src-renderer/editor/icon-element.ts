import type { Severity } from '#core/lint/diagnostic';
import { glyphOf } from '../ui/icon-glyph.ts';
import type { IconName } from '../ui/icon-shapes.ts';

const marks: Readonly<Record<Severity, IconName>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'hint',
};

function iconElement(name: IconName, className: string): HTMLElement {
  const icon = document.createElement('span');
  icon.className = `icon ${className}`;
  icon.dataset.glyph = glyphOf(name);
  icon.setAttribute('aria-hidden', 'true');
  return icon;
}

/** The mark of a severity in its colour, for the editor's own elements. */
export function severityMark(severity: Severity): HTMLElement {
  return iconElement(marks[severity], `cm-mark mark-${severity}`);
}

/** The arrow of something folded (to the right) or open (down). */
export function foldArrow(folded: boolean): HTMLElement {
  return iconElement(folded ? 'right' : 'down', `cm-icon ${folded ? 'icon-right' : 'icon-down'}`);
}
