/** What the server says about a change: names, never content. */
export interface Change { seq: number; kind: string; id: string; key?: string | null }

/** Whether a page that shows `tokens` (`kind` or `kind:id`) shows what changed. */
export const concerns = (change: Change, tokens: readonly string[]): boolean =>
  tokens.some(token => token === change.kind || token === `${change.kind}:${change.id}` || (!!change.key && token === `${change.kind}:${change.key}`));
