import { concerns, type Change } from './change.js';

const most = 500;

let changes: Change[] = [];
// All that happened after this place of the chain was heard.
let since = 0;
let last = 0;

/** The last place of the chain that was heard of. What is asked for from now on is at least as new. */
export const reached = (): number => last;

/** The news begin at this place. Unless that is where they ended, nobody told what was before it. */
export function begin(seq: number): void {
  if (seq === last) return;
  changes = [];
  since = last = seq;
}

/** Keeps what changed for pages that are on their way. */
export function hear(change: Change): void {
  changes.push(change);
  last = change.seq;
  if (changes.length > most) since = changes.splice(0, most / 2).at(-1)?.seq ?? since;
}

/** Whether a page that shows `tokens` as of a place of the chain may be older than what was heard. */
export const isBehind = (asOf: number, tokens: readonly string[]): boolean =>
  tokens.length > 0 && (asOf < since || changes.some(change => change.seq > asOf && concerns(change, tokens)));
