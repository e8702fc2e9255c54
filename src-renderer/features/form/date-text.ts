/** A date and time as it is written, in the parts that are edited and those that stay. */
export interface DateTimeParts {
  /** `2026-04-01`; empty where there is none yet. */
  readonly date: string;
  /** What parts date and time: `T`, `t` or a blank. */
  readonly separator: string;
  /** `09:00` or `09:00:30`; empty where there is none yet. */
  readonly time: string;
  /** Fraction of a second and zone as they are written, such as `.250+09:00`. */
  readonly suffix: string;
}

/** Whether a text is a day of the calendar as JSON Schema's `date` writes it. */
export function isDateText(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(2000, month - 1, day));
  // Years below 100 would be taken for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Reads a date with its time and, where it is written, its zone; `undefined` for any other text. */
export function readDateTime(text: string): DateTimeParts | undefined {
  const match =
    /^(\d{4}-\d{2}-\d{2})([Tt ])((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)((?:\.\d+)?(?:[Zz]|[+-]\d{2}:?\d{2})?)$/.exec(
      text,
    );
  const [, date = '', separator = '', time = '', suffix = ''] = match ?? [];
  return match && isDateText(date) ? { date, separator, time, suffix } : undefined;
}

/** Puts a date and time together; a new time has seconds, as `date-time` asks for them. */
export function writeDateTime({ date, separator, time, suffix }: DateTimeParts): string {
  return `${date}${separator}${time.length === 5 ? `${time}:00` : time}${suffix}`;
}

/** The zone of this computer on a day, as `date-time` writes it: `+09:00`, or `Z`. */
export function zoneOf(date: string): string {
  const minutes = -new Date(`${date}T12:00:00`).getTimezoneOffset();
  if (minutes === 0 || Number.isNaN(minutes)) return 'Z';
  const pad = (part: number): string => String(Math.trunc(part)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(size / 60)}:${pad(size % 60)}`;
}

/** Whether a date is typed to its end: a year of one to three digits is still being typed. */
export function isWholeDate(text: string): boolean {
  return isDateText(text) && !text.startsWith('0');
}
