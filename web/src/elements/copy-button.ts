import { announce } from '../dom.js';

/** Around a button: copies `value`, or the text of the element whose id is `from`. */
export class CopyButton extends HTMLElement {
  #off = new AbortController();

  connectedCallback(): void {
    this.#off = new AbortController();
    this.addEventListener('click', () => { void this.#copy(); }, { signal: this.#off.signal });
  }

  disconnectedCallback(): void { this.#off.abort(); }

  async #copy(): Promise<void> {
    const from = this.getAttribute('from');
    const text = from ? document.getElementById(from)?.textContent : this.getAttribute('value');
    try {
      await navigator.clipboard.writeText((text ?? '').trim());
      this.dataset['done'] = '';
      announce('Copied');
      setTimeout(() => { delete this.dataset['done']; }, 2_000);
    } catch {
      announce('Copying failed. Select the text and copy it by hand.');
    }
  }
}
