import { all, announce, make, one } from '../dom.js';

/** Around a secret that has just arrived: masked until somebody asks, gone after `seconds`, on Escape and when the page goes away. */
export class SecretReveal extends HTMLElement {
  #off = new AbortController();

  connectedCallback(): void {
    this.#off = new AbortController();
    const signal = this.#off.signal;
    const show = one<HTMLButtonElement>('[data-show]', this);
    if (show) {
      show.hidden = false;
      show.addEventListener('click', () => this.#toggle(show), { signal });
    }
    one('[data-hide]', this)?.addEventListener('click', event => { event.preventDefault(); this.#hide(); }, { signal });
    // Ahead of every other meaning of the key, such as the way one level up.
    document.addEventListener('keydown', event => { if (event.key === 'Escape') { event.preventDefault(); this.#hide(); } }, { signal, capture: true });
    const until = Date.now() + Number(this.getAttribute('seconds')) * 1_000;
    const tick = setInterval(() => this.#count(until), 250);
    signal.addEventListener('abort', () => clearInterval(tick));
    this.#count(until);
    announce('The secret is here, masked. Copy it, or show it.');
  }

  disconnectedCallback(): void { this.#off.abort(); }

  #toggle(show: HTMLButtonElement): void {
    const open = this.toggleAttribute('open');
    for (const label of all('span', show)) label.textContent = open ? 'Mask' : 'Show';
  }

  #count(until: number): void {
    const left = Math.ceil((until - Date.now()) / 1_000);
    if (left <= 0) { this.#hide(); return; }
    for (const place of all('[data-left]', this)) place.textContent = `Hidden in ${left} s`;
  }

  #hide(): void {
    this.#off.abort();
    const again = make('a', 'btn sm', 'Reveal again');
    again.href = one<HTMLAnchorElement>('[data-hide]', this)?.href ?? location.href;
    const had = this.contains(document.activeElement);
    this.replaceChildren(make('p', 'sm muted', 'The secret is hidden again.'), again);
    if (had) again.focus();
    announce('The secret is hidden again.');
  }
}
