import { isDirty } from '../forms.js';

let live = false;

/** Marks the visit that follows as a live refresh, for which unsent work is guarded. */
export const beginLiveRefresh = (): void => { live = true; };

interface Morphed { currentElement: Element; newElement?: Element }

/**
 * During a live refresh, and only then, a form with unsent values stays whole and nothing opens or closes by itself.
 * An answer to a sent form is morphed too: there the guard would hide its errors.
 */
export function guardMorphing(): void {
  document.addEventListener('turbo:before-morph-element', event => {
    if (live && event.target instanceof Element && holdsUnsentWork(event.target, (event as CustomEvent<Morphed>).detail.newElement)) event.preventDefault();
  });
  document.addEventListener('turbo:before-morph-attribute', event => {
    const { attributeName } = (event as CustomEvent<{ attributeName: string }>).detail;
    if (live && attributeName === 'open' && event.target instanceof Element && event.target.matches('dialog, details')) event.preventDefault();
  });
  for (const event of ['turbo:load', 'turbo:fetch-request-error']) document.addEventListener(event, () => { live = false; });
}

function holdsUnsentWork(element: Element, replacement: Element | undefined): boolean {
  if (element instanceof HTMLFormElement) return isDirty(element);
  // An element that leaves the page takes its forms with it, unless one of them is at work.
  return replacement === undefined && [...element.querySelectorAll('form')].some(isDirty);
}
