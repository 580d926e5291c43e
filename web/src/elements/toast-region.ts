import { announce, make, one } from '../dom.js';
import { icon } from '../icon.js';
import { isLiveRefresh } from '../turbo/guard.js';

const shownFor = 8_000;
const undoableFor = 30_000;
const step = 250;

/** What a toast says. */
export interface ToastText { title: string; text?: string; tone?: 'ok' | 'bad' }

/** Results of acts. Success leaves after eight seconds, after thirty where it can be undone, not while somebody points at it; failure stays. */
export class ToastRegion extends HTMLElement {
  #off = new AbortController();
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #left = new WeakMap<Element, number>();

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.addEventListener('click', event => {
      if (event.target instanceof Element && event.target.closest('[data-dismiss]')) event.target.closest('.toast')?.remove();
    }, { signal });
    document.addEventListener('turbo:before-morph-element', event => { if (event.target === this) this.#keep(event as CustomEvent<{ newElement?: Element }>); }, { signal });
    // A page that comes back must not repeat old results.
    document.addEventListener('turbo:before-cache', () => { if (!isLiveRefresh()) this.replaceChildren(); }, { signal });
    for (const toast of this.children) announce(toast.querySelector('strong')?.textContent ?? '');
    this.#clock = setInterval(() => { this.#tick(); }, step);
  }

  disconnectedCallback(): void {
    this.#off.abort();
    clearInterval(this.#clock);
  }

  /** Shows a toast and says it. */
  show({ title, text = '', tone = 'ok' }: ToastText): void {
    const toast = make('div', 'toast');
    toast.dataset['tone'] = tone;
    if (tone === 'bad') toast.role = 'alert';
    const dismiss = make('button', 'btn quiet icononly sm');
    dismiss.type = 'button';
    dismiss.dataset['dismiss'] = '';
    dismiss.ariaLabel = dismiss.title = 'Dismiss';
    dismiss.append(icon('close', 'sm'));
    toast.append(icon(tone === 'bad' ? 'stop' : 'check'), make('strong', '', title), dismiss, ...(text ? [make('span', 'sub', text)] : []));
    this.append(toast);
    if (tone === 'ok') announce(text ? `${title}. ${text}` : title);
  }

  // A refresh of the page brings no toasts along, but must not take those away that nobody has read.
  #keep(event: CustomEvent<{ newElement?: Element }>): void {
    event.preventDefault();
    const fresh = [...event.detail.newElement?.children ?? []];
    // The key undoes the last act, not the one before it.
    if (fresh.length > 0) for (const undo of this.querySelectorAll('[data-undo]')) undo.removeAttribute('data-key');
    this.append(...fresh);
    for (const toast of fresh) announce(toast.querySelector('strong')?.textContent ?? '');
  }

  #tick(): void {
    for (const toast of [...this.children]) {
      if (!(toast instanceof HTMLElement) || toast.dataset['tone'] === 'bad' || toast.matches(':hover, :focus-within')) continue;
      const left = (this.#left.get(toast) ?? (toast.querySelector('[data-undo]') ? undoableFor : shownFor)) - step;
      this.#left.set(toast, left);
      if (left <= 0) toast.remove();
    }
  }
}

/** Shows a toast on this page. */
export const toast = (text: ToastText): void => { one<ToastRegion>('toast-region')?.show(text); };
