import type { Change } from './change.js';
import type { Listener } from './listener.js';

const firstWait = 2_000;
const longestWait = 60_000;

/** One connection to an organization's changes. The browser resumes short breaks by itself, where they were. */
export class LiveConnection {
  #source: EventSource | null = null;
  #wait = firstWait;
  #broken = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly address: string, private readonly listener: Listener) {
    this.#open();
  }

  /** Ends the connection for good. */
  close(): void {
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  #open(): void {
    const source = this.#source = new EventSource(this.address);
    source.addEventListener('open', () => {
      this.#wait = firstWait;
      this.listener.open(true);
      if (this.#broken) this.listener.back();
      this.#broken = false;
    });
    source.addEventListener('begin', event => { this.listener.begin(Number((event as MessageEvent<string>).data)); });
    source.addEventListener('change', event => { this.listener.change(JSON.parse((event as MessageEvent<string>).data) as Change); });
    source.addEventListener('unread', event => { this.listener.unread(Number((event as MessageEvent<string>).data)); });
    source.addEventListener('error', () => {
      this.listener.open(false);
      if (source.readyState === EventSource.CLOSED) this.#again();
    });
  }

  // The browser gives up after an answer that is no stream, such as 503 during a restart.
  #again(): void {
    this.#broken = true;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => { this.#open(); }, this.#wait);
    this.#wait = Math.min(this.#wait * 2, longestWait);
  }
}
