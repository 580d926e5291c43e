import { renderStreamMessage } from '@hotwired/turbo';
import { announce, one, whenMorphed } from '../dom.js';
import { isVisiting, movedTo } from '../turbo/address.js';

/** How far below the window the end of the rows may be when more are fetched. */
const ahead = '600px';

/**
 * Around the link that makes a list longer: follows it by itself as one scrolls near, and puts the rows under those that are there.
 * The address then names the longer page, so a reload, the way back and a live refresh show all of it. Without script it is a link.
 */
export class LoadMore extends HTMLElement {
  #off = new AbortController();
  #watch: IntersectionObserver | null = null;
  #isLoading = false;

  connectedCallback(): void {
    this.#off = new AbortController();
    this.addEventListener('click', event => {
      if (!(event.target instanceof Element) || !event.target.closest('a[data-then]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.#load();
    }, { signal: this.#off.signal });
    this.#watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) void this.#load(); }, { rootMargin: ahead });
    this.#watch.observe(this);
    // What leads on may be another link now, and still be in sight.
    whenMorphed(this, this.#off.signal, () => { this.#watch?.unobserve(this); this.#watch?.observe(this); });
  }

  disconnectedCallback(): void {
    this.#off.abort();
    this.#watch?.disconnect();
  }

  async #load(): Promise<void> {
    const link = one<HTMLAnchorElement>('a[data-then]', this);
    // A copy of the page that Turbo shows while it asks for a fresh one loads nothing.
    if (!link || this.#isLoading || document.documentElement.hasAttribute('data-turbo-preview')) return;
    this.#isLoading = true;
    link.ariaBusy = 'true';
    const from = location.href;
    try {
      const answer = await fetch(link.dataset['then']!, { headers: { Accept: 'text/vnd.turbo-stream.html' }, signal: this.#off.signal, credentials: 'same-origin' });
      if (!answer.ok) throw new Error(`The list answered ${answer.status}.`);
      const rows = await answer.text();
      // A refresh or a visit that came in between knows better, or is about to.
      if (!this.isConnected || !link.isConnected || location.href !== from || isVisiting()) return;
      movedTo(link.href);
      renderStreamMessage(rows);
    } catch (fault) {
      if (this.#off.signal.aborted) return;
      // The link stays: it is followed by hand, and its page says what is wrong.
      this.#watch?.disconnect();
      delete link.dataset['then'];
      announce('More rows could not be loaded. Follow the link “Load more” to try again.');
      console.warn(fault);
    } finally {
      this.#isLoading = false;
      link.ariaBusy = null;
    }
  }
}
