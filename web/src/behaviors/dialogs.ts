import { closest } from '../dom.js';
import { isLiveRefresh } from '../turbo/guard.js';

/** Buttons with `command` and `commandfor` for browsers that do not know them; a click on the backdrop closes a dialog. */
export function startDialogs(): void {
  const native = 'command' in HTMLButtonElement.prototype;
  document.addEventListener('click', event => {
    if (event.target instanceof HTMLDialogElement && event.target.matches('.dialog, .peek') && onBackdrop(event.target, event)) event.target.close();
    const button = native ? null : closest(event, 'button[commandfor]');
    const dialog = button && document.getElementById(button.getAttribute('commandfor') ?? '');
    if (!(dialog instanceof HTMLDialogElement)) return;
    if (button?.getAttribute('command') === 'show-modal') dialog.showModal();
    else dialog.close();
  });
  // A page from the snapshot cache must not come back with an open dialog that is no longer modal; and where a form leads back to its
  // own page, morphing would only take the attribute away: the dialog would be gone and everything behind it still inert.
  for (const event of ['turbo:before-cache', 'turbo:before-render']) document.addEventListener(event, closeAll);
}

function closeAll(): void {
  if (isLiveRefresh()) return;
  for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) dialog.close();
}

function onBackdrop(dialog: HTMLDialogElement, event: MouseEvent): boolean {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
