import { meta, one } from '../dom.js';

/** The page of a record. */
export interface Record { address: string; key: string }

// Every kind's page ends with the key, whatever stands before it; so does the short address of any record.
const ending = /\/([A-Z]+-\d+)$/;

/** Where a link leads, if that is the page of another record of this organization. */
export function recordOf(link: Element | null | undefined): Record | null {
  // Buttons and tabs lead on; they mention nothing.
  if (!link?.closest('main, #peek') || link.matches('.btn, .tabs a, [download], [target="_blank"], [data-turbo="false"]')) return null;
  const href = link.getAttribute('data-peek') ?? link.getAttribute('href');
  if (!href) return null;
  const { origin, pathname } = new URL(href, document.baseURI);
  const key = ending.exec(pathname)?.[1];
  if (!key || origin !== location.origin || !pathname.startsWith(`/${meta('helios-organization') ?? ''}/`)) return null;
  return pathname.endsWith(`/${shownKey(link)}`) ? null : { address: href, key };
}

/** What the link itself stands on needs no second look. */
function shownKey(link: Element): string | undefined {
  const here = link.closest('#peek') ? one('#peek')?.getAttribute('src') ?? '' : location.pathname;
  return ending.exec(new URL(here, document.baseURI).pathname)?.[1];
}
