import { announce, make, one, whenMorphed } from '../dom.js';
import { askJson } from '../search.js';
import { Combobox } from './combobox.js';
import { place } from './place.js';
import { TypeAhead } from './type-ahead.js';

const askAfter = 120;

/** What could stand at the caret; taking it replaces `length` characters from `position` on. */
interface Suggestion { kind: string; text: string; description: string; position: number; length: number }

const words: Record<string, string> = { field: 'field', operator: 'operator', value: 'value', keyword: 'word' };

/**
 * Around the text input of a filter: says while somebody writes which fields, operators and values could stand at the caret
 * (WAI-ARIA combobox). Nothing is chosen by itself, so that Enter filters by what is written. Without script the form works alone.
 */
export class FilterCompletion extends HTMLElement {
  #off = new AbortController();
  #list: HTMLElement | null = null;
  readonly #ahead = new TypeAhead(askAfter, () => this.#list, signal => this.#ask(signal));

  connectedCallback(): void {
    this.#off = new AbortController();
    const { signal } = this.#off;
    if (!this.getAttribute('src') || !one('input', this)) return;
    this.#build();
    this.addEventListener('input', event => { if (event.target === this.#input) this.#typed(); }, { signal });
    this.addEventListener('keydown', event => { this.#key(event); }, { signal });
    this.addEventListener('focusout', () => { this.#close(); }, { signal });
    this.addEventListener('pointerdown', event => { if (event.target instanceof Element && event.target.closest('[role=listbox]')) event.preventDefault(); }, { signal });
    this.addEventListener('click', event => {
      const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (line) this.#take(line);
    }, { signal });
    whenMorphed(this, signal, () => { this.#build(); });
  }

  disconnectedCallback(): void {
    this.#off.abort();
    this.#ahead.stop();
  }

  get #input(): HTMLInputElement { return one<HTMLInputElement>('input', this)!; }

  get #box(): Combobox { return new Combobox(this.#input, this.#list!); }

  get #isOpen(): boolean { return this.#list?.matches(':popover-open') ?? false; }

  #build(): void {
    const input = this.#input;
    this.#list = one('[role=listbox]', this) ?? make('div', 'menu options');
    Object.assign(this.#list, { id: `${input.id}-list`, role: 'listbox', ariaLabel: 'What could stand here', popover: 'manual' });
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': this.#list.id, 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' })) input.setAttribute(name, value);
    if (!this.#list.isConnected) this.append(this.#list);
  }

  // What is offered belongs to the text before: none of it stays chosen.
  #typed(): void {
    this.#box.choose(null);
    this.#ahead.start();
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const url = new URL(this.getAttribute('src')!, location.href);
    url.searchParams.set('q', this.#input.value);
    url.searchParams.set('caret', String(this.#input.selectionStart ?? this.#input.value.length));
    try {
      const { items } = await askJson<{ items: Suggestion[] }>(url, signal);
      if (!signal.aborted && document.activeElement === this.#input) this.#show(items);
    } catch {
      // Completion is a help: where it does not answer, the filter is written without.
      if (!signal.aborted) this.#close();
    }
  }

  #show(items: Suggestion[]): void {
    const list = this.#list!;
    if (items.length === 0) { this.#close(); return; }
    list.replaceChildren(...items.map(line));
    place(list, this.#input);
    this.#input.setAttribute('aria-expanded', 'true');
    this.#box.choose(null);
    announce(items.length === 1 ? '1 suggestion' : `${items.length} suggestions`);
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.target !== this.#input) return;
    const isTaken = this.#ahead.key(event, {
      box: this.#box, isOpen: this.#isOpen, choosesFirst: false, takesByTab: true,
      take: option => { this.#take(option); }, close: () => { this.#close(); },
    });
    if (isTaken) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#ahead.start(0);
    } else if (event.key === 'Enter') {
      this.#close();
    }
  }

  #take(option: HTMLElement): void {
    const { text = '', position = '0', length = '0', kind = '' } = option.dataset;
    const input = this.#input;
    const end = Number(position) + Number(length);
    const rest = input.value.slice(end);
    // A whole condition ends with a space; behind a field or an operator comes what it asks for.
    const isWhole = kind === 'value' || kind === 'keyword';
    const put = isWhole && rest === '' ? `${text} ` : text;
    input.setRangeText(put, Number(position), end, 'end');
    announce(`${text} put in`);
    this.#close();
    if (!isWhole) this.#ahead.start(0);
  }

  #close(): void {
    this.#ahead.stop();
    if (this.#isOpen) this.#list?.hidePopover();
    this.#input.setAttribute('aria-expanded', 'false');
    this.#box.choose(null);
  }
}

let number = 0;

function line(item: Suggestion): HTMLElement {
  const option = make('div');
  option.id = `suggestion-${++number}`;
  option.role = 'option';
  option.setAttribute('aria-selected', 'false');
  Object.assign(option.dataset, { text: item.text, position: String(item.position), length: String(item.length), kind: item.kind.toLowerCase() });
  option.append(make('code', '', item.text));
  if (item.description) option.append(make('span', 'sub trunc', item.description));
  option.append(make('span', 'meta', words[item.kind.toLowerCase()] ?? ''));
  return option;
}
