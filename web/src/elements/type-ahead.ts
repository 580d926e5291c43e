import { type Combobox, isArrow } from './combobox.js';

/** What the keys of an open list of suggestions act on. */
export interface Suggestions {
  box: Combobox;
  isOpen: boolean;
  /** The first is chosen by itself, so that Enter takes it also where the answer is still on its way. */
  choosesFirst: boolean;
  /** Besides Enter, Tab takes what is chosen. */
  takesByTab: boolean;
  take(option: HTMLElement): void;
  close(): void;
}

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

  /** Arrows move, Enter takes, Escape closes; says whether the key was for the list. */
  key(event: KeyboardEvent, { box, isOpen, choosesFirst, takesByTab, take, close }: Suggestions): boolean {
    if (event.isComposing || !(isOpen || this.isWaiting)) return false;
    const { key } = event;
    if (isArrow(key)) {
      this.act(() => { box.move(key); });
    } else if ((key === 'Enter' || (key === 'Tab' && takesByTab)) && (box.chosen || (choosesFirst ? this.isWaiting : this.#acts.length > 0))) {
      this.act(() => { if (box.chosen) take(box.chosen); });
    } else if (key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    } else {
      return false;
    }
    event.preventDefault();
    return true;
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
