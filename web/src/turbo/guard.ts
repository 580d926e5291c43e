import { isDirty } from '../forms.js';

let live = false;
let next = false;

/** Marks the visit that follows as a live refresh, for which unsent work is guarded. */
export const beginLiveRefresh = (): void => { next = true; };

/** Whether the visit under way is a live refresh: Turbo keeps a copy of the page for it too, but the page stays. */
export const isLiveRefresh = (): boolean => live;

interface Morphed { currentElement: Element; newElement?: Element }

/**
 * During a live refresh, and only then, a form with unsent values stays whole and nothing opens or closes by itself.
 * An answer to a sent form is morphed too: there the guard would hide its errors.
 */
export function guardMorphing(): void {
  document.addEventListener('turbo:before-morph-element', event => {
    if (live && event.target instanceof Element && holdsUnsentWork(event.target, (event as CustomEvent<Morphed>).detail.newElement)) event.preventDefault();
  });
  // What is peeked at is another page's: it follows by itself (web/src/peek).
  document.addEventListener('turbo:before-morph-element', event => {
    if (live && event.target instanceof Element && event.target.matches('.peek[open]')) event.preventDefault();
  });
  // A look at a secret is itself a change that the page follows: the value must not go before its time.
  document.addEventListener('turbo:before-morph-element', event => {
    if (live && event.target instanceof Element && event.target.matches('turbo-frame') && event.target.querySelector('secret-reveal')) event.preventDefault();
  });
  // A long list is nearly the same after each change: what is equal is not walked through, which keeps five hundred rows quick.
  document.addEventListener('turbo:before-morph-element', event => {
    const { newElement } = (event as CustomEvent<Morphed>).detail;
    if (live && newElement && event.target instanceof Element && event.target.closest('#list-rows, #list-board') && event.target.isEqualNode(newElement)) event.preventDefault();
  });
  document.addEventListener('turbo:before-morph-attribute', event => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
    if (live && attributeName === 'open' && event.target instanceof Element && event.target.matches('dialog, details')) event.preventDefault();
  });
  // Every visit says anew what it is; the answer to a form is no live refresh, whatever came before.
  document.addEventListener('turbo:visit', () => { live = next; next = false; });
  document.addEventListener('turbo:submit-start', () => { live = next = false; });
}

interface Drawn { render(stream: HTMLElement): Promise<void> }

/** What a stream brings is drawn with the next frame: it is for the page that stands there now, and for no other that comes before. */
export function guardStreams(): void {
  document.addEventListener('turbo:before-stream-render', event => {
    const { detail } = event as CustomEvent<Drawn>;
    const { render } = detail;
    const address = location.href;
    detail.render = async stream => { if (location.href === address) await render(stream); };
  });
}

function holdsUnsentWork(element: Element, replacement: Element | undefined): boolean {
  if (element instanceof HTMLFormElement) return isDirty(element);
  // An element that leaves the page takes its forms with it, unless one of them is at work.
  return replacement === undefined && [...element.querySelectorAll('form')].some(isDirty);
}
