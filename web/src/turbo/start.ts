import { config, session } from '@hotwired/turbo';
import { one, root } from '../dom.js';
import { guardMorphing, guardStreams } from './guard.js';
import { guardWayBack } from './way-back.js';

// Large, but not Infinity, which a timer reads as zero: our own style on html[aria-busy] shows progress.
const never = 2 ** 31 - 1;

/** Turbo under the house's rules. */
export function startTurbo(): void {
  config.drive.progressBarDelay = never;
  guardMorphing();
  guardStreams();
  guardWayBack();
  document.addEventListener('turbo:before-render', event => takeAppearance((event as CustomEvent<{ newBody: HTMLElement }>).detail.newBody));
  document.addEventListener('turbo:load', focusPage);
  document.addEventListener('turbo:render', focusErrors);
  // After a frame moved the address, the next refresh must still know that it is the same page.
  document.addEventListener('turbo:frame-render', () => { session.view.lastRenderedLocation = new URL(location.href); });
  addEventListener('pagehide', emptySecrets);
  addEventListener('unhandledrejection', forgiveCanceled);
}

// Theme, contrast and density are attributes of <html>, which Turbo leaves alone.
function takeAppearance(body: HTMLElement): void {
  const fresh = body.ownerDocument.documentElement;
  if (fresh === root) return;
  for (const name of ['theme', 'contrast', 'density', 'nav', 'hotkeys']) {
    const value = fresh.dataset[name];
    if (value === undefined) delete root.dataset[name];
    else root.dataset[name] = value;
  }
}

let first = true;

// As after a full load, reading begins at the page; the first load is the browser's.
function focusPage(): void {
  if (first) { first = false; return; }
  const main = one('main');
  const focused = document.activeElement;
  if (main && (!focused || focused === document.body)) main.focus({ preventScroll: true });
}

function focusErrors(): void {
  one('#errors[autofocus], [aria-invalid="true"][autofocus]')?.focus();
}

// A visit that another one takes over ends its request, and Turbo leaves the end of a half-read answer to nobody.
function forgiveCanceled(event: PromiseRejectionEvent): void {
  if (event.reason instanceof DOMException && event.reason.name === 'AbortError') event.preventDefault();
}

function emptySecrets(): void {
  for (const secret of document.querySelectorAll('[data-turbo-temporary]')) secret.replaceChildren();
}
