import { all, announce, closest, make, one } from '../dom.js';

/** Around a table with check boxes and its bar of acts. Shift chooses a range, the head's box has three states, the count is said. */
export class BulkSelect extends HTMLElement {
  #off = new AbortController();
  #last: HTMLInputElement | undefined;
  #head: HTMLInputElement | undefined;

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.#addHead();
    this.addEventListener('click', event => { this.#range(event); }, { signal });
    this.addEventListener('change', event => {
      if (event.target === this.#head) for (const box of this.#boxes) box.checked = this.#head?.checked === true;
      this.#show(true);
    }, { signal });
    this.addEventListener('reset', () => { setTimeout(() => { this.#show(true); this.#head?.focus(); }); }, { signal });
    // A live refresh brings the head as the server wrote it.
    document.addEventListener('turbo:morph', () => { this.#addHead(); this.#show(false); }, { signal });
    this.#show(false);
  }

  disconnectedCallback(): void {
    this.#off.abort();
  }

  get #boxes(): HTMLInputElement[] {
    return all<HTMLInputElement>('input[name=targets]', this);
  }

  // Without a script it could do nothing, so it comes with it.
  #addHead(): void {
    const cell = one('th.pick', this);
    this.#head = cell?.querySelector('input') ?? undefined;
    if (!cell || this.#head) return;
    this.#head = make('input');
    this.#head.type = 'checkbox';
    this.#head.ariaLabel = 'Choose all rows of this page';
    cell.replaceChildren(this.#head);
  }

  #range(event: MouseEvent): void {
    const box = closest<HTMLInputElement>(event, 'input[name=targets]');
    if (!box) return;
    const boxes = this.#boxes;
    if (event.shiftKey && this.#last) {
      const [from, to] = [boxes.indexOf(this.#last), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const between of boxes.slice(from, (to ?? 0) + 1)) between.checked = box.checked;
    }
    this.#last = box;
  }

  #show(speaks: boolean): void {
    const boxes = this.#boxes;
    const count = boxes.filter(box => box.checked).length;
    if (this.#head) {
      this.#head.checked = count > 0 && count === boxes.length;
      this.#head.indeterminate = count > 0 && !this.#head.checked;
    }
    const every = one<HTMLInputElement>('input[name=all]', this);
    const words = every?.checked ? every.parentElement?.textContent.trim() ?? '' : `${count} selected`;
    const shown = one('[data-count]', this);
    if (shown) shown.textContent = words;
    if (speaks) announce(words);
  }
}
