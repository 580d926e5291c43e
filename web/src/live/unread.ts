import { all, one } from '../dom.js';

const most = 99;
let known: number | null = null;

/** Shows how many entries of the inbox are unread, and tells whether the page said otherwise; null forgets what was said last. */
export function showUnread(count: number | null): boolean {
  known = count;
  return draw();
}

/** A page out of the snapshot cache shows an old number: what the server said last counts. */
export function keepUnread(): void {
  document.addEventListener('turbo:render', draw);
}

function draw(): boolean {
  if (known === null) return false;
  const text = known > most ? `${most}+` : String(known);
  const number = one('#bell .unread');
  const differs = !!number && number.textContent !== text;
  if (differs) number.textContent = text;
  for (const part of all('#bell [data-unread]')) part.hidden = known === 0;
  return differs;
}
