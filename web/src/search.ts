/** A record that the search address found. */
export interface FoundItem { kind: string; key: string; title: string; subtitle?: string | null; href: string; icon?: string | null; id?: string | null; kindLabel?: string | null }

/** A command that the search address offers. */
export interface FoundCommand { name: string; href: string; keys?: string | null; icon?: string | null; subtitle?: string | null }

/** The answer of the search address. */
export interface Found { items: FoundItem[]; commands: FoundCommand[] }

/** Asks an organization's search address for `text` among `kinds` (comma-separated; null: all). Throws when the server does not answer. */
export async function search(address: string, text: string, kinds: string | null, signal: AbortSignal): Promise<Found> {
  const url = new URL(address, location.href);
  url.searchParams.set('q', text);
  if (kinds) url.searchParams.set('kinds', kinds);
  const found = await askJson<Partial<Found>>(url, signal);
  return { items: found.items ?? [], commands: found.commands ?? [] };
}

/** What one of our own addresses answers. Throws when it does not. */
export async function askJson<T>(url: URL, signal: AbortSignal): Promise<T> {
  const answer = await fetch(url, { headers: { Accept: 'application/json' }, signal, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${url.pathname} answered ${answer.status}.`);
  return await answer.json() as T;
}
