import { all, closest, one, root } from '../dom.js';

const sequenceEnds = 1_000;
const typing = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]:not([contenteditable=false])';

/** Single keys and sequences of two. Never while somebody types or composes, nor in a dialog; a person can switch them off. */
export class HotkeyMap extends HTMLElement {
  #off = new AbortController();
  #first = '';
  #clock: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#off = new AbortController();
    document.addEventListener('keydown', event => { this.#press(event); }, { signal: this.#off.signal });
  }

  disconnectedCallback(): void {
    this.#off.abort();
    clearTimeout(this.#clock);
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') { this.#back(event); return; }
    if (root.dataset['hotkeys'] === 'off' || event.key.length !== 1 || closest(event, typing) || one('dialog[open], [popover].menu:popover-open')) return;
    const keys = `${this.#first} ${event.key}`.trim();
    const target = ofRow(event.key) ?? one(`[data-key="${CSS.escape(keys)}"]`);
    clearTimeout(this.#clock);
    this.#first = '';
    if (target) {
      event.preventDefault();
      act(target);
    } else if (all('[data-key*=" "]').some(t => t.dataset['key']?.startsWith(`${event.key} `))) {
      this.#first = event.key;
      this.#clock = setTimeout(() => { this.#first = ''; }, sequenceEnds);
    } else {
      moveInList(event);
    }
  }

  // First out of a field, then one level up the way to this page.
  #back(event: KeyboardEvent): void {
    if (one('dialog[open], [popover]:not(.peek-button):popover-open')) return;
    const field = closest(event, typing);
    if (field) { field.blur(); return; }
    if (root.dataset['hotkeys'] !== 'off') all('.crumbs a').at(-1)?.click();
  }
}

function act(target: HTMLElement): void {
  // A menu's arrow keys begin at its button.
  if (target.matches(typing) || target.hasAttribute('popovertarget')) target.focus();
  if (!target.matches(typing)) target.click();
  target.dispatchEvent(new CustomEvent('hotkey', { bubbles: true }));
}

// A key of the row that has the focus: archive, mark. The page that answers puts the focus back to that place.
function ofRow(key: string): HTMLElement | null {
  const row = document.activeElement?.closest('main :is(.rows > li, .tile)');
  const target = row && one(`[data-row-key="${CSS.escape(key)}"]`, row);
  if (!row || !target) return null;
  const at = rowsOfPage().indexOf(row as HTMLElement);
  document.addEventListener('turbo:load', () => { const rows = rowsOfPage(); rows[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>('.cover')?.focus(); }, { once: true });
  return target;
}

const rowsOfPage = (): HTMLElement[] => all('main tr:has(.cover), main :is(.rows > li, .tile):has(.cover)').filter(row => row.checkVisibility());

function moveInList(event: KeyboardEvent): void {
  const rows = rowsOfPage();
  const at = rows.findIndex(row => row.contains(document.activeElement));
  if (event.key === 'x' && at >= 0) rows[at]?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
  const step = { j: 1, k: -1 }[event.key];
  if (!step || rows.length === 0) return;
  const next = rows[at < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, at + step))];
  next?.querySelector<HTMLElement>('.cover')?.focus();
}
