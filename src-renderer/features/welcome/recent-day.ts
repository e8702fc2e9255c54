import { type Locale, translate } from '#core/messages/messages';
import { welcomeMessages } from '#core/messages/welcome';

function dayNumber(timeMs: number): number {
  const date = new Date(timeMs);
  return Math.round(
    new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime() / 86_400_000,
  );
}

/** The day of an opening as people say it: 今日, 昨日, 11月2日, and with the year where it is another one. */
export function recentDay(openedAtMs: number, nowMs: number, locale: Locale): string {
  const days = dayNumber(nowMs) - dayNumber(openedAtMs);
  if (days <= 0) return translate(welcomeMessages, locale, 'today');
  if (days === 1) return translate(welcomeMessages, locale, 'yesterday');
  const opened = new Date(openedAtMs);
  const sameYear = opened.getFullYear() === new Date(nowMs).getFullYear();
  return opened.toLocaleDateString(locale, {
    month: 'long',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** The folders above a folder, as people read a path: 書類 › 原稿 › career-guides. */
export function readablePath(root: string): string {
  return root
    .split(/[/\\]/)
    .filter((part) => part !== '')
    .join(' › ');
}
