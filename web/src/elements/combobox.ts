/** Choosing in a list of options while the focus stays in the text field (WAI-ARIA combobox). */
export class Combobox {
  constructor(private readonly input: HTMLElement, private readonly list: HTMLElement) {}

  /** Options that can be seen. */
  get options(): HTMLElement[] { return [...this.list.querySelectorAll<HTMLElement>('[role=option]')].filter(o => !o.hidden); }

  /** The chosen option. */
  get chosen(): HTMLElement | null { return this.list.querySelector<HTMLElement>('[role=option][aria-selected=true]:not([hidden])'); }

  /** Chooses one; null chooses none. */
  choose(option: HTMLElement | null): void {
    for (const other of this.list.querySelectorAll('[aria-selected=true]')) other.setAttribute('aria-selected', 'false');
    if (option) {
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      this.input.setAttribute('aria-activedescendant', option.id);
    } else {
      this.input.removeAttribute('aria-activedescendant');
    }
  }

  /** Moves with the arrow keys; true if the key was one. */
  move(event: KeyboardEvent): boolean {
    const { options } = this;
    const at = options.findIndex(o => o.getAttribute('aria-selected') === 'true');
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? options.length - 1 : at - 1 }[event.key];
    if (to === undefined || options.length === 0) return false;
    event.preventDefault();
    this.choose(options[(to + options.length) % options.length] ?? null);
    return true;
  }
}
