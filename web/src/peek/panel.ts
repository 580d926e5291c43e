import { session, type FrameElement } from '@hotwired/turbo';
import { all, closest, one, root } from '../dom.js';
import { isBehind, reached } from '../live/heard.js';
import { isLiveRefresh } from '../turbo/guard.js';
import { recordOf, type Record } from './record.js';
import { settle } from './settle.js';

const panel = (): HTMLDialogElement | null => one<HTMLDialogElement>('#peek-panel');
const frame = (): FrameElement | null => one<FrameElement>('#peek');

let from: Element | null = null;
let before: Record[] = [];
let shown: Record | null = null;
// The place of the chain that it is at least as new as: what was heard of when it was asked for.
let asOf = 0;

/** The panel at the side: shows the page of a record without leaving the one beneath. */
export function startPeek(): void {
  document.addEventListener('keydown', press);
  document.addEventListener('click', click);
  // Only a finger that rests asks for a menu by touch.
  document.addEventListener('contextmenu', event => { if ((event as PointerEvent).pointerType === 'touch' && peek(closest(event, 'a[href]'))) event.preventDefault(); });
  // The browser says so a moment later: by then it may be open again.
  document.addEventListener('close', event => { if (event.target === panel() && !panel()?.open) empty(true); }, true);
  document.addEventListener('turbo:before-fetch-request', event => { if (event.target === frame()) asOf = reached(); });
  document.addEventListener('turbo:before-frame-render', event => { if (event.target === frame()) settle((event as CustomEvent<{ newFrame: Element }>).detail.newFrame, frame()?.src ?? ''); });
  document.addEventListener('turbo:frame-load', event => { if (event.target === frame()) arrived(); });
  // An answer without the frame is another page: as a rule that of signing in, which leads back to the record.
  document.addEventListener('turbo:frame-missing', event => { if (event.target === frame()) { event.preventDefault(); leave(); } });
  // The panel says so itself.
  document.addEventListener('turbo:fetch-request-error', event => { if (event.target === frame()) event.preventDefault(); });
  // The page goes, and the panel with it; a copy of the page must not hold it.
  for (const event of ['turbo:before-cache', 'turbo:before-render']) document.addEventListener(event, () => { if (!isLiveRefresh()) empty(false); });
}

/** Shows what the link leads to; false where that is no other record. */
export function peek(link: Element | null | undefined): boolean {
  const record = recordOf(link);
  const dialog = panel();
  if (!record || !dialog || !link) return false;
  if (dialog.open) {
    if (shown) before.push(shown);
  } else {
    from = link;
    before = [];
    dialog.showModal();
  }
  show(record);
  return true;
}

/** What the panel shows and so follows, as the page says it in its head. */
export const followedByPeek = (): string[] => all('#peek [data-live]').flatMap(shell => shell.dataset['live']?.split(' ') ?? []);

/** Shows the open panel anew; what stands the same stays untouched. */
export function refreshPeek(): void {
  const open = frame();
  if (shown && open?.src && !open.hasAttribute('busy')) void open.reload();
}

function show(record: Record): void {
  shown = record;
  name(record);
  const side = frame();
  side?.replaceChildren();
  one('#peek-panel > .body')?.focus();
  say('Loading');
  if (side) side.src = record.address;
}

function name(record: Record): void {
  const open = one<HTMLAnchorElement>('#peek-panel [data-open]');
  if (open) open.href = record.address;
  const key = one('#peek-key');
  if (key) key.textContent = record.key;
  const back = one('#peek-panel [data-back]');
  if (back) back.hidden = before.length === 0;
}

// A short address leads on to the page itself.
function arrived(): void {
  const address = frame()?.src;
  if (!shown || !address) return;
  shown = { ...shown, address };
  name(shown);
  say(one('#peek .title, #peek h2')?.textContent ?? '');
  // What changed while it was on its way.
  if (isBehind(asOf, followedByPeek())) refreshPeek();
}

// The page's own announcer is asleep beneath.
function say(text: string): void {
  const status = one('#peek-panel > [role=status]');
  if (status && status.textContent !== text) status.textContent = text;
}

function leave(): void {
  const address = shown?.address;
  from = null;
  panel()?.close();
  if (address) session.visit(address);
}

function empty(returns: boolean): void {
  if (!shown) return;
  shown = null;
  before = [];
  const side = frame();
  side?.removeAttribute('src');
  side?.replaceChildren();
  if (panel()?.open) panel()?.close();
  if (returns) focusOrigin();
  from = null;
}

// A refresh of the page may have put another link in its place.
function focusOrigin(): void {
  if (!from) return;
  const href = from.getAttribute('href') ?? '';
  const again = from.isConnected ? from : one(`main a[href="${CSS.escape(href)}"]`) ?? one('main');
  if (again instanceof HTMLElement || again instanceof SVGElement) again.focus();
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || root.dataset['hotkeys'] === 'off') return;
  const dialog = panel();
  const inside = dialog?.open ? closest(event, 'dialog') === dialog : false;
  if (!inside && one('dialog[open]')) return;
  const acting = closest(event, 'a[href], button, summary, input, textarea, select');
  if (event.key === ' ') {
    if (!peek(closest(event, 'a[href]'))) {
      if (!inside || acting?.matches(':not(a)')) return;
      dialog?.close();
    }
    event.preventDefault();
  } else if (inside && (event.key === 'o' || event.key === 'Enter' && !acting)) {
    event.preventDefault();
    one('#peek-panel [data-open]')?.click();
  }
}

function click(event: MouseEvent): void {
  if (closest(event, '#peek-panel [data-again]')) void frame()?.reload();
  if (!closest(event, '#peek-panel [data-back]')) return;
  const last = before.pop();
  if (last) show(last);
}
