import { announce, make, whenMorphed } from '../dom.js';
import { search, type FoundItem } from '../search.js';
import { Combobox } from './combobox.js';
import { option } from './option.js';
import { place } from './place.js';
import { markOf } from './palette-index.js';
import { TypeAhead } from './type-ahead.js';

const askAfter = 80;
const nameKey = (key: string): string => `helios-name:${location.pathname.split('/')[1]}:${key}`;
// A refused form gives back the key alone; the name is what this tab picked it by.
const nameOf = (key: string): string => key && (sessionStorage.getItem(nameKey(key)) ?? key);

/**
 * Around a text input that holds a record's key: shows the name instead, searches while somebody types and sends the key
 * of what was picked. Without script the input takes a key, a name or a mail address.
 */
export class EntityPicker extends HTMLElement {
  #off = new AbortController();
  #sent: HTMLInputElement | null = null;
  #list: HTMLElement | null = null;
  readonly #ahead = new TypeAhead(askAfter, () => this.#list, signal => this.#ask(signal));

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    this.#build();
    this.addEventListener('input', event => { if (event.target === this.#input) this.#typed(); }, { signal });
    this.addEventListener('keydown', event => { this.#key(event); }, { signal });
    this.addEventListener('focusout', event => { if (!this.contains(event.relatedTarget as Node | null)) this.#close(); }, { signal });
    this.addEventListener('pointerdown', event => { if (event.target instanceof Element && event.target.closest('[role=listbox]')) event.preventDefault(); }, { signal });
    this.addEventListener('click', event => {
      const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (line) this.#pick(line);
    }, { signal });
    // What the server says now counts.
    whenMorphed(this, signal, () => { this.#build(); });
    this.#input.form?.addEventListener('reset', () => { this.#reset(); }, { signal });
  }

  disconnectedCallback(): void {
    this.#off.abort();
    this.#ahead.stop();
  }

  get #input(): HTMLInputElement { return this.querySelector<HTMLInputElement>('input:not([type=hidden])')!; }

  get #box(): Combobox { return new Combobox(this.#input, this.#list!); }

  #build(): void {
    const input = this.#input;
    // A copy from the snapshot cache brings its parts along.
    this.#sent = this.querySelector('input[type=hidden]');
    this.#list = this.querySelector('[role=listbox]');
    if (this.#sent && this.#list && !input.name) return;
    this.#sent?.remove();
    this.#list?.remove();
    this.#sent = make('input');
    Object.assign(this.#sent, { type: 'hidden', name: input.name, value: input.value });
    this.#sent.dataset['initial'] = input.value;
    input.removeAttribute('name');
    input.defaultValue = input.value = input.dataset['text'] ?? nameOf(input.value);
    this.#list = make('div', 'menu options');
    this.#list.id = `${input.id}-list`;
    this.#list.role = 'listbox';
    this.#list.ariaLabel = 'Matches';
    this.#list.popover = 'manual';
    for (const [attribute, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': this.#list.id, 'aria-autocomplete': 'list' })) input.setAttribute(attribute, value);
    this.append(this.#sent, this.#list);
  }

  #reset(): void {
    if (this.#sent) this.#sent.value = this.#sent.dataset['initial'] ?? '';
    this.#close();
  }

  #typed(): void {
    const text = this.#input.value.trim();
    // What is typed and not picked is sent as typed: the server knows keys, names and mail addresses.
    if (this.#sent) this.#sent.value = text;
    if (text === '') this.#close();
    else this.#ahead.start();
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const text = this.#input.value.trim();
    try {
      const found = await search(this.getAttribute('src') ?? '', text, this.getAttribute('kinds'), signal);
      if (!signal.aborted && document.activeElement === this.#input) this.#show(found.items, text);
    } catch {
      if (signal.aborted) return;
      this.#close();
      announce('The search did not answer. What you typed is sent as it is.');
    }
  }

  #show(items: FoundItem[], text: string): void {
    const list = this.#list;
    if (!list) return;
    list.replaceChildren(...items.map(item => {
      const line = option({ name: item.title, subtitle: item.subtitle, meta: item.key, mark: markOf(item) }, text);
      line.dataset['value'] = item.key;
      line.dataset['name'] = item.title;
      return line;
    }));
    if (items.length === 0) list.append(make('p', 'empty sm', this.getAttribute('empty') ?? 'Nothing matches.'));
    place(list, this.#input);
    this.#input.setAttribute('aria-expanded', 'true');
    this.#box.choose(this.#box.options[0] ?? null);
    announce(items.length === 1 ? '1 match' : `${items.length} matches`);
  }

  #key(event: KeyboardEvent): void {
    this.#ahead.key(event, {
      box: this.#box, isOpen: this.#list?.matches(':popover-open') ?? false, choosesFirst: true, takesByTab: false,
      take: line => { this.#pick(line); }, close: () => { this.#close(); },
    });
  }

  #pick(line: HTMLElement): void {
    if (!this.#sent) return;
    this.#sent.value = line.dataset['value'] ?? '';
    this.#input.value = line.dataset['name'] ?? '';
    sessionStorage.setItem(nameKey(this.#sent.value), this.#input.value);
    this.#close();
    announce(`${this.#input.value} chosen`);
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #close(): void {
    this.#ahead.stop();
    if (this.#list?.matches(':popover-open')) this.#list.hidePopover();
    this.#input.setAttribute('aria-expanded', 'false');
    if (this.#list) this.#box.choose(null);
  }
}
