import type { Change } from './change.js';

/** Somebody who hears what happens in an organization. */
export interface Listener {
  /** The news begin after this place of the chain. */
  begin(seq: number): void;

  /** Something changed. */
  change(change: Change): void;

  /** So many entries of the inbox are unread. */
  unread(count: number): void;

  /** Whether there is a connection. */
  open(isOpen: boolean): void;

  /** There is one again, after the server was away: what moves without news may have stopped. */
  back(): void;
}

/** One call of a listener, as it travels from the worker to a tab. */
export type Call = { [name in keyof Listener]: { name: name; with: Parameters<Listener[name]>[0] } }[keyof Listener];
