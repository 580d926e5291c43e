import { announce, make } from '../dom.js';
import { search, type FoundItem } from '../search.js';
import { Combobox } from './combobox.js';
import { option } from './option.js';
import { markOf } from './palette-index.js';
import { TypeAhead } from './type-ahead.js';

const askAfter = 80;
const mark = /(^|[\s(])@([\p{L}\p{N}._-]*(?: [\p{L}\p{N}._-]+)?)$/u;

/** Offers people while somebody types `@` in a text. What is picked stands there by name; a hidden field sends the key. */
export class MentionList {
  readonly #list = make('div', 'menu options');
  readonly #ahead = new TypeAhead(askAfter, () => this.#list, signal => this.#ask(signal));

  constructor(private readonly text: HTMLTextAreaElement, private readonly address: string, signal: AbortSignal) {
    this.#list.id = `${text.id}-people`;
    this.#list.role = 'listbox';
    this.#list.ariaLabel = 'People to mention';
    this.#list.popover = 'manual';
    this.attach();
    text.addEventListener('input', () => { this.#typed(); }, { signal });
    text.addEventListener('keydown', event => { this.#key(event); }, { signal });
    text.addEventListener('blur', () => { this.close(); }, { signal });
    this.#list.addEventListener('pointerdown', event => { event.preventDefault(); }, { signal });
    this.#list.addEventListener('click', event => {
      const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (line) this.#pick(line);
    }, { signal });
    signal.addEventListener('abort', () => { this.#list.remove(); });
  }

  /** Puts the list beside its text: a refresh brings the page as the server wrote it, without the list. */
  attach(): void {
    this.text.setAttribute('aria-autocomplete', 'list');
    this.text.setAttribute('aria-controls', this.#list.id);
    if (!this.#list.isConnected) this.text.after(this.#list);
  }

  /** The keys of whom the form mentions so far. */
  static picked(form: HTMLFormElement): string[] {
    return [...form.querySelectorAll<HTMLInputElement>('input[name=mentions]')].map(field => field.value);
  }

  /** Puts people into the form again, as after a reload. */
  static restore(form: HTMLFormElement, keys: readonly string[]): void {
    for (const key of keys) add(form, key);
  }

  /** Closes the list. */
  close(): void {
    this.#ahead.stop();
    if (this.#list.matches(':popover-open')) this.#list.hidePopover();
    this.#box.choose(null);
  }

  get #box(): Combobox { return new Combobox(this.text, this.#list); }

  get #typedName(): string | null { return mark.exec(this.text.value.slice(0, this.text.selectionStart))?.[2] ?? null; }

  #typed(): void {
    if (this.#typedName === null) this.close();
    else this.#ahead.start();
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const name = this.#typedName ?? '';
    try {
      const found = await search(this.address, name, null, signal);
      if (!signal.aborted && document.activeElement === this.text && this.#typedName === name) this.#show(found.items, name);
    } catch {
      if (!signal.aborted) this.close();
    }
  }

  #show(items: FoundItem[], name: string): void {
    if (items.length === 0) { this.close(); return; }
    this.#list.replaceChildren(...items.map(item => {
      const line = option({ name: item.title, subtitle: item.subtitle, meta: item.key, mark: markOf(item) }, name);
      line.dataset['value'] = item.key;
      line.dataset['name'] = item.title;
      return line;
    }));
    if (!this.#list.matches(':popover-open')) this.#list.showPopover();
    const box = this.text.getBoundingClientRect();
    this.#list.style.inset = 'auto';
    this.#list.style.left = `${box.left}px`;
    this.#list.style.top = `${Math.max(8, box.top - this.#list.offsetHeight - 4)}px`;
    this.#box.choose(this.#box.options[0] ?? null);
    announce(items.length === 1 ? '1 person to mention' : `${items.length} people to mention`);
  }

  #key(event: KeyboardEvent): void {
    // Without the list these keys write, and Ctrl-Enter sends.
    if (!this.#list.matches(':popover-open') || event.ctrlKey || event.metaKey) return;
    this.#ahead.key(event, {
      box: this.#box, isOpen: true, choosesFirst: true, takesByTab: true,
      take: line => { this.#pick(line); }, close: () => { this.close(); },
    });
  }

  #pick(line: HTMLElement): void {
    const [key, name] = [line.dataset['value'] ?? '', line.dataset['name'] ?? ''];
    const caret = this.text.selectionStart;
    const from = caret - (this.#typedName ?? '').length;
    this.text.setRangeText(`${name} `, from, caret, 'end');
    if (this.text.form) add(this.text.form, key);
    this.close();
    announce(`${name} mentioned`);
    this.text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function add(form: HTMLFormElement, key: string): void {
  if (MentionList.picked(form).includes(key)) return;
  const field = make('input');
  Object.assign(field, { type: 'hidden', name: 'mentions', value: key });
  form.append(field);
}
