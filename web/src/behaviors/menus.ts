import { all, closest, one } from '../dom.js';
import { isLiveRefresh } from '../turbo/guard.js';

/** Arrow keys inside menus; a measured position where the browser has no anchors. */
export function startMenus(): void {
  const anchored = CSS.supports('position-area: block-end');
  document.addEventListener('toggle', event => {
    const menu = event.target;
    if (!(menu instanceof HTMLElement) || !menu.matches('.menu') || (event as ToggleEvent).newState !== 'open') return;
    if (!anchored) place(menu);
  }, true);
  // Whoever chose a line and comes back to the same page has done with the menu; a live refresh leaves it open.
  document.addEventListener('turbo:before-render', () => {
    if (isLiveRefresh()) return;
    for (const menu of all('.menu:popover-open')) menu.hidePopover();
  });
  document.addEventListener('keydown', event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const menu = closest(event, '.menu:popover-open') ?? openedBy(event);
    if (!menu) return;
    const lines = all('a[href], button:not(:disabled)', menu);
    const at = lines.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    lines[at < 0 ? (step > 0 ? 0 : lines.length - 1) : (at + step + lines.length) % lines.length]?.focus();
  });
}

function openedBy(event: Event): HTMLElement | null {
  const id = closest(event, '[popovertarget]')?.getAttribute('popovertarget');
  return id ? one(`#${CSS.escape(id)}.menu:popover-open`) : null;
}

function place(menu: HTMLElement): void {
  const box = one(`[popovertarget="${menu.id}"]`)?.getBoundingClientRect();
  if (!box) return;
  const wish = menu.classList.contains('end') ? box.right - menu.offsetWidth : box.left;
  menu.style.margin = '0';
  menu.style.top = `${box.bottom + 4}px`;
  menu.style.left = `${Math.max(8, Math.min(wish, innerWidth - menu.offsetWidth - 8))}px`;
}
