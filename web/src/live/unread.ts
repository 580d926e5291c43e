import { all, one } from '../dom.js';

const most = 99;
let known: number | null = null;

/** Shows how many entries of the inbox are unread; null forgets what was said last. */
export function showUnread(count: number | null): void {
  known = count;
  draw();
}

/** A page out of the snapshot cache shows an old number: what the server said last counts. */
export function keepUnread(): void {
  document.addEventListener('turbo:render', draw);
}

function draw(): void {
  if (known === null) return;
  const text = known > most ? `${most}+` : String(known);
  const number = one('#bell .unread');
  if (number && number.textContent !== text) number.textContent = text;
  for (const part of all('#bell [data-unread]')) part.hidden = known === 0;
}
