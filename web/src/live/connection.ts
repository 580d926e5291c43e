import { anything, type Change } from './change.js';

const firstWait = 2_000;
const longestWait = 60_000;

/** One connection to an organization's changes. The browser resumes short breaks by itself; longer ones end in "anything may have changed". */
export class LiveConnection {
  #source: EventSource | null = null;
  #wait = firstWait;
  #broken = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly address: string,
    private readonly onChange: (change: Change) => void,
    private readonly onState: (open: boolean) => void,
    private readonly onUnread: (count: number) => void,
  ) {
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
      this.onState(true);
      if (this.#broken) this.onChange(anything);
      this.#broken = false;
    });
    source.addEventListener('change', event => { this.onChange(JSON.parse((event as MessageEvent<string>).data) as Change); });
    source.addEventListener('unread', event => { this.onUnread(Number((event as MessageEvent<string>).data)); });
    // The server no longer holds what was missed.
    source.addEventListener('reset', () => { this.onChange(anything); });
    source.addEventListener('error', () => {
      this.onState(false);
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
