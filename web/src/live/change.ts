/** What the server says about a change: names, never content. */
export interface Change { seq: number; kind: string; id: string; key?: string | null }

/** Whatever the page shows may have changed, as after a time without connection. */
export const anything: Change = { seq: 0, kind: '*', id: '' };

/** Whether a page that shows `tokens` (`kind` or `kind:id`) shows what changed. */
export function concerns(change: Change, tokens: readonly string[]): boolean {
  if (change.kind === '*') return tokens.length > 0;
  return tokens.some(token => token === change.kind || token === `${change.kind}:${change.id}` || (!!change.key && token === `${change.kind}:${change.key}`));
}
