import { all } from '../dom.js';

const references = ['for', 'list', 'headers', 'from', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];
const prefixed = (id: string): string => `peek-${id}`;

/**
 * Makes a page ready to stand beside another one: no id and no key of it is one of the page beneath, and an address that is
 * told from its own page leads there.
 */
export function settle(page: Element, address: string): void {
  for (const element of all('[id]:not(turbo-frame)', page)) element.id = prefixed(element.id);
  for (const name of references) {
    for (const element of all(`[${name}]`, page)) element.setAttribute(name, (element.getAttribute(name) ?? '').split(' ').map(prefixed).join(' '));
  }
  for (const element of all('[data-key]', page)) delete element.dataset['key'];
  const base = new URL(address, document.baseURI);
  for (const link of all('a[href]', page)) link.setAttribute('href', new URL(link.getAttribute('href') ?? '', base).href);
}
