/** The document's element; person's choices stand on it as data attributes. */
export const root = document.documentElement;

/** The first match. */
export const one = <T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T | null =>
  within.querySelector<T>(selector);

/** All matches as an array. */
export const all = <T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T[] =>
  [...within.querySelectorAll<T>(selector)];

/** The nearest ancestor of an event's target that matches. */
export const closest = <T extends Element = HTMLElement>(event: Event, selector: string): T | null =>
  event.target instanceof Element ? event.target.closest<T>(selector) : null;

/** An element with classes and text. Text is never read as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, css = '', text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (css) element.className = css;
  if (text) element.textContent = text;
  return element;
}

/** Content of a meta element in the head. */
export const meta = (name: string): string | null =>
  document.head.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? null;

/** Says a sentence politely to screen readers, once. */
export function announce(text: string): void {
  const region = one('live-region');
  if (!region) return;
  region.textContent = '';
  requestAnimationFrame(() => { region.textContent = text; });
}

/** Acts whenever an element was brought as the server wrote it, by a refresh or by the answer that refuses a form: what scripts made of it is gone. */
export function whenMorphed(element: Element, signal: AbortSignal, act: () => void): void {
  element.addEventListener('turbo:morph-element', event => { if (event.target === element) act(); }, { signal });
}
