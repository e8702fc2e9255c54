/** Height of one line of help, px. */
const helpLine = 18;

/**
 * Where a field's help finds room while it is worked on: right under the control where the row
 * leaves it some, else in the gap below the row, along its start or, past the middle of the form,
 * back from its end.
 */
export type HelpPlace = 'near' | 'start' | 'end';

/** Measures where the help of a field goes; the field must be laid out. */
export function helpPlace(field: HTMLElement): HelpPlace {
  const own = field.getBoundingClientRect();
  const help = field.querySelector(':scope > .fieldhelp');
  const above = help?.previousElementSibling?.getBoundingClientRect();
  if (above && above.bottom + helpLine <= own.bottom) return 'near';
  const form = field.closest('.formscroll')?.getBoundingClientRect();
  if (!form) return 'start';
  return own.left + own.right > form.left + form.right + 1 ? 'end' : 'start';
}
