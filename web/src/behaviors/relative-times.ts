import { all, root } from '../dom.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The same words as the server's (RelativeText); null where a date stands. */
export function relativeText(time: number, now: number, language: string): string | null {
  const distance = Math.abs(time - now);
  if (distance >= 30 * day) return null;
  if (!language.startsWith('en')) return foreignText(time, now, distance, language);
  if (distance < minute) return 'now';
  const size = distance < hour ? `${Math.floor(distance / minute)} min`
    : distance < day ? `${Math.floor(distance / hour)} h`
    : distance < 2 * day ? '1 day' : `${Math.floor(distance / day)} days`;
  return time > now ? `in ${size}` : `${size} ago`;
}

function foreignText(time: number, now: number, distance: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const sign = time > now ? 1 : -1;
  if (distance < hour) return format.format(sign * Math.floor(distance / minute), 'minute');
  if (distance < day) return format.format(sign * Math.floor(distance / hour), 'hour');
  return format.format(sign * Math.floor(distance / day), 'day');
}

function tick(): void {
  const language = root.lang || 'en';
  const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
  for (const element of all('relative-time[datetime]')) {
    const time = Date.parse(element.getAttribute('datetime') ?? '');
    if (Number.isNaN(time)) continue;
    const text = relativeText(time, Date.now(), language);
    const title = full.format(time);
    if (text !== null && element.textContent !== text) element.textContent = text;
    if (element.title !== title) element.title = title;
  }
}

/** Keeps all `<relative-time>` true with one clock for the page. */
export function startRelativeTimes(): void {
  tick();
  setInterval(() => { if (!document.hidden) tick(); }, 30_000);
  for (const event of ['turbo:render', 'turbo:frame-render', 'visibilitychange']) document.addEventListener(event, tick);
}
