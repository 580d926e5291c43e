/** A record that the search address found. */
export interface FoundItem { kind: string; key: string; title: string; subtitle?: string | null; href: string; icon?: string | null; id?: string | null; kindLabel?: string | null }

/** A command that the search address offers. */
export interface FoundCommand { name: string; href: string; keys?: string | null; icon?: string | null; subtitle?: string | null }

/** The answer of the search address. */
export interface Found { items: FoundItem[]; commands: FoundCommand[] }

/** Asks an organization's search address; only the newest question is answered, older ones end as null. */
export class SearchClient {
  #running: AbortController | null = null;

  /** Asks for `text` among `kinds` (comma-separated; null: all). Throws when the server does not answer. */
  async ask(address: string, text: string, kinds: string | null): Promise<Found | null> {
    this.cancel();
    const running = this.#running = new AbortController();
    const url = new URL(address, location.href);
    url.searchParams.set('q', text);
    if (kinds) url.searchParams.set('kinds', kinds);
    try {
      const answer = await fetch(url, { headers: { Accept: 'application/json' }, signal: running.signal, credentials: 'same-origin' });
      if (!answer.ok) throw new Error(`The search answered ${answer.status}.`);
      const found = await answer.json() as Partial<Found>;
      return running.signal.aborted ? null : { items: found.items ?? [], commands: found.commands ?? [] };
    } catch (fault) {
      if (running.signal.aborted) return null;
      throw fault;
    }
  }

  /** Ends a running question. */
  cancel(): void {
    this.#running?.abort();
    this.#running = null;
  }
}
