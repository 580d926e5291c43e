import { visit } from '@hotwired/turbo';
import { closest, one } from '../dom.js';
import { search, type Found } from '../search.js';
import { Combobox, isArrow } from './combobox.js';
import { foundGroups, localGroups } from './palette-index.js';
import { TypeAhead } from './type-ahead.js';

const askAfter = 60;
const nothing: Found = { items: [], commands: [] };
const prefixes: Record<string, string> = { '@': 'user', '#': 'ticket' };

/** Ctrl or ⌘ K: jump to any record, page or command. What the page knows shows at once, what the server finds follows. */
export class CommandPalette extends HTMLElement {
  #off = new AbortController();
  readonly #ahead = new TypeAhead(askAfter, () => this.#list, signal => this.#ask(signal));
  #found = nothing;
  #failed = false;
  #back: Element | null = null;

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.#input.addEventListener('input', () => { this.#typed(); }, { signal });
    this.#input.addEventListener('keydown', event => { this.#key(event); }, { signal });
    this.#dialog.addEventListener('close', () => { this.#closed(); }, { signal });
    this.#dialog.addEventListener('click', event => {
      const line = closest(event, '[role=option]');
      if (line) this.#run(line, event.ctrlKey || event.metaKey);
      else if (event.target === this.#dialog) this.#dialog.close();
    }, { signal });
    document.addEventListener('click', event => {
      if (!closest(event, '[data-palette]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.open();
    }, { signal });
    document.addEventListener('keydown', event => {
      if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      this.open();
    }, { signal });
  }

  disconnectedCallback(): void {
    this.#off.abort();
    this.#ahead.stop();
  }

  /** Opens it over the page. */
  open(): void {
    if (!this.#dialog.open) {
      this.#back = document.activeElement;
      this.#dialog.showModal();
    }
    this.#input.select();
    this.#typed();
  }

  get #dialog(): HTMLDialogElement { return this.querySelector('dialog')!; }

  get #input(): HTMLInputElement { return this.querySelector('input')!; }

  get #list(): HTMLElement { return this.querySelector<HTMLElement>('[role=listbox]')!; }

  get #box(): Combobox { return new Combobox(this.#input, this.#list); }

  #question(): { text: string; kinds: string | null; commands: boolean } {
    const typed = this.#input.value.trim();
    const kinds = prefixes[typed[0] ?? ''] ?? null;
    const commands = typed.startsWith('>');
    return { text: kinds || commands ? typed.slice(1).trim() : typed, kinds, commands };
  }

  #typed(): void {
    const { text, commands } = this.#question();
    this.#failed = false;
    const asks = text.length > 0 && !commands;
    if (asks) this.#ahead.start();
    else {
      this.#ahead.stop();
      this.#found = nothing;
    }
    this.#show(asks);
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { text, kinds } = this.#question();
    try {
      this.#found = await search(this.getAttribute('src') ?? '', text, kinds, signal);
    } catch {
      if (signal.aborted) return;
      this.#found = nothing;
      this.#failed = true;
    }
    this.#show(false);
  }

  #show(waiting: boolean): void {
    const { text, kinds, commands } = this.#question();
    const groups = [...foundGroups(this.#found, text), ...(kinds ? [] : localGroups(text, commands))];
    this.#list.replaceChildren(...groups);
    const { options } = this.#box;
    this.#box.choose(options[0] ?? null);
    const none = one('[data-none]', this);
    if (none) {
      none.hidden = options.length > 0 || waiting || (text === '' && !this.#failed);
      none.textContent = this.#failed ? 'The search did not answer. Type again to try once more.' : 'Nothing matches. Try a key, a name or a mail address.';
    }
    const status = one('[data-status]', this);
    if (status && !waiting) status.textContent = text === '' ? '' : options.length === 1 ? '1 result' : `${options.length} results`;
  }

  #key(event: KeyboardEvent): void {
    const { key } = event;
    if (event.isComposing || !(isArrow(key) || key === 'Enter')) return;
    event.preventDefault();
    const apart = event.ctrlKey || event.metaKey;
    this.#ahead.act(() => {
      if (isArrow(key)) this.#box.move(key);
      else if (this.#box.chosen) this.#run(this.#box.chosen, apart);
    });
  }

  #run(line: HTMLElement, apart: boolean): void {
    const href = line.dataset['href'];
    if (!href) {
      const status = one('[data-status]', this);
      if (status) status.textContent = one('.sub', line)?.textContent ?? '';
      return;
    }
    if (apart) { open(href, '_blank', 'noopener'); return; }
    this.#back = null;
    this.#dialog.close();
    visit(href);
  }

  // The focus returns to where it was; if that is gone, to the page.
  #closed(): void {
    // The browser tells late: it may be open again.
    if (this.#dialog.open) return;
    this.#ahead.stop();
    const back = this.#back instanceof HTMLElement && this.#back !== document.body && this.#back.checkVisibility() ? this.#back : one('main');
    this.#input.blur();
    back?.focus({ preventScroll: true });
  }
}
