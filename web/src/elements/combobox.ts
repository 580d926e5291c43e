/** A key that moves through the options. */
export type Arrow = 'ArrowDown' | 'ArrowUp';

/** Says whether a key moves through the options. */
export const isArrow = (key: string): key is Arrow => key === 'ArrowDown' || key === 'ArrowUp';

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

  /** Moves by an arrow key, around at the ends. */
  move(key: Arrow): void {
    const { options } = this;
    const at = options.findIndex(o => o.getAttribute('aria-selected') === 'true');
    const to = key === 'ArrowDown' ? at + 1 : at < 0 ? options.length - 1 : at - 1;
    this.choose(options[(to + options.length) % options.length] ?? null);
  }
}
