import { one } from '../dom.js';

/** Around the fields of a link: the picker offers only what fits the relation that was chosen. */
export class LinkForm extends HTMLElement {
  #off = new AbortController();

  connectedCallback(): void {
    this.#off = new AbortController();
    this.addEventListener('change', event => { if (event.target === this.#relation) this.#fit(); }, { signal: this.#off.signal });
    this.#fit();
  }

  disconnectedCallback(): void { this.#off.abort(); }

  get #relation(): HTMLSelectElement | null { return one<HTMLSelectElement>('select[name=relation]', this); }

  #fit(): void {
    one('entity-picker', this)?.setAttribute('kinds', this.#relation?.selectedOptions[0]?.dataset['kinds'] ?? '');
  }
}
