import { closest, make, root } from '../dom.js';
import { icon } from '../icon.js';
import { peek } from './panel.js';
import { recordOf } from './record.js';

const appearsAfter = 350;
const goesAfter = 250;

let button: HTMLButtonElement | null = null;
let link: Element | null = null;
let byPointer = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** One button for the page: it appears beside a link to a record that has the pointer or the focus. */
export function startPeekButton(): void {
  document.addEventListener('pointerover', hover);
  document.addEventListener('focusin', focus);
  document.addEventListener('scroll', () => { if (button && link && !byPointer) place(button, link); else hide(); }, { capture: true, passive: true });
  document.addEventListener('pointerdown', event => { if (!button?.contains(event.target as Node)) hide(); });
  document.addEventListener('keydown', dismiss, true);
  for (const event of ['turbo:before-cache', 'turbo:before-render', 'turbo:before-frame-render']) document.addEventListener(event, giveUp);
}

function hover(event: PointerEvent): void {
  if (event.pointerType !== 'mouse' || button?.contains(document.activeElement)) return;
  clearTimeout(timer);
  if (button?.contains(event.target as Node)) return;
  const over = closest(event, 'a[href]');
  if (over && over === link) return;
  if (recordOf(over)) timer = setTimeout(() => { byPointer = true; show(over); }, appearsAfter);
  else if (byPointer) timer = setTimeout(hide, goesAfter);
}

function focus(event: FocusEvent): void {
  if (button?.contains(event.target as Node)) return;
  clearTimeout(timer);
  hide();
  const at = closest(event, 'a[href]');
  if (!at?.matches(':focus-visible') || !recordOf(at)) return;
  byPointer = false;
  show(at);
}

function show(at: Element | null): void {
  const record = recordOf(at);
  if (!at?.isConnected || !record) return;
  hide();
  link = at;
  button ??= made();
  button.setAttribute('aria-label', `Peek at ${record.key}`);
  // The key does the same without a second stop of Tab at every link; whoever switched keys off needs the stop.
  const hasKey = root.dataset['hotkeys'] !== 'off';
  button.title = hasKey ? 'Peek (space)' : 'Peek';
  button.tabIndex = hasKey ? -1 : 0;
  (at.closest('svg') ?? at).after(button);
  button.showPopover();
  place(button, at);
}

function made(): HTMLButtonElement {
  const one = make('button', 'btn sm icononly peek-button');
  one.type = 'button';
  one.popover = 'manual';
  one.append(icon('eye'));
  one.addEventListener('click', event => {
    event.preventDefault();
    event.stopPropagation();
    const at = link;
    hide();
    peek(at);
  });
  return one;
}

// Where a long title is cut, what can be seen of it ends with its cell.
function place(one: HTMLElement, at: Element): void {
  const box = at.getBoundingClientRect();
  const cell = at.closest('.trunc, td, li, dd')?.getBoundingClientRect() ?? box;
  const rtl = getComputedStyle(at).direction === 'rtl';
  const wish = rtl ? Math.max(box.left, cell.left) - one.offsetWidth - 4 : Math.min(box.right, cell.right) + 4;
  one.style.left = `${Math.max(4, Math.min(wish, root.clientWidth - one.offsetWidth - 4))}px`;
  one.style.top = `${box.top + (box.height - one.offsetHeight) / 2}px`;
}

function hide(): void {
  clearTimeout(timer);
  button?.remove();
  link = null;
}

// What appeared under the pointer can be sent away without moving it.
function dismiss(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !link || !byPointer) return;
  event.preventDefault();
  hide();
}

// The page is drawn anew around it: the focus goes back to the link that it belongs to.
function giveUp(): void {
  const at = button?.contains(document.activeElement) ? link : null;
  hide();
  if (at instanceof HTMLElement) at.focus();
}
