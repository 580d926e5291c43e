/**
 * A list of suggestions that follows what somebody types: asks a little after the last letter, and what was asked before is
 * answered no more. The list is busy until the answer stands; keys that come before it act on the answer, not on what was there.
 */
export class TypeAhead {
  #later: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | null = null;
  #acts: (() => void)[] = [];

  /** `ask` shows the answer, unless the signal says that something else was typed since. */
  constructor(private readonly wait: number, private readonly list: () => HTMLElement | null, private readonly ask: (signal: AbortSignal) => Promise<void>) {}

  /** An answer is on its way. */
  get isWaiting(): boolean { return this.#asking !== null; }

  /** A key waits for the answer. */
  get isAwaited(): boolean { return this.#acts.length > 0; }

  /** Something was typed. */
  start(wait = this.wait): void {
    this.stop();
    const asking = this.#asking = new AbortController();
    this.#busy(true);
    this.#later = setTimeout(() => { void this.#run(asking); }, wait);
  }

  /** Acts now, or on the answer if one is on its way. */
  act(act: () => void): void {
    if (this.isWaiting) this.#acts.push(act);
    else act();
  }

  /** Nothing is asked any more. */
  stop(): void {
    clearTimeout(this.#later);
    this.#asking?.abort();
    this.#asking = null;
    this.#acts = [];
    this.#busy(false);
  }

  async #run(asking: AbortController): Promise<void> {
    await this.ask(asking.signal);
    if (asking.signal.aborted) return;
    const acts = this.#acts;
    this.stop();
    for (const act of acts) act();
  }

  #busy(isBusy: boolean): void {
    const list = this.list();
    if (list) list.ariaBusy = isBusy ? 'true' : null;
  }
}
