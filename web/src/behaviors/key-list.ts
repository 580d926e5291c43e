import { all, closest, make, one } from '../dom.js';
import { recordOf } from '../peek/record.js';

const groups = { page: /^\S$/, go: /^g /, new: /^c / };

/** Fills the list of keys from what the page offers, so that it never tells of a key that is not there, and forgets none. */
export function startKeyList(): void {
  // The list opens by a command of the browser, which follows the click.
  document.addEventListener('click', event => { if (closest(event, '[commandfor="keys"][command="show-modal"]')) fill(); });
  // A live refresh brings the list as the server wrote it.
  document.addEventListener('turbo:render', () => { if (one('#keys[open]')) fill(); });
}

function fill(): void {
  for (const item of all('#keys [data-needs]')) item.hidden = !isThere(item.dataset['needs'] ?? '');
  for (const old of all('#keys [data-of-page]')) old.remove();
  const known = new Set<string>();
  for (const element of all('[data-key]')) {
    const keys = element.dataset['key'] ?? '';
    const group = Object.entries(groups).find(([, of]) => of.test(keys))?.[0];
    // Of two elements with one key, the first answers.
    if (group && !known.has(keys)) add(group, keys, element);
    known.add(keys);
  }
  const ofRows = new Map(all('main :is(.rows > li, .tile) [data-row-key]').map(element => [element.dataset['rowKey'] ?? '', element]));
  for (const [keys, element] of ofRows) add('row', keys, element);
  for (const section of all('#keys section')) section.hidden = !one('dl > :not([hidden])', section);
}

// No selector tells which links lead to a record.
const isThere = (needs: string): boolean => needs === 'record' ? all('main a').some(recordOf) : one(needs) !== null;

function add(group: string, keys: string, element: HTMLElement): void {
  const item = make('div');
  item.dataset['ofPage'] = '';
  const term = make('dt');
  term.append(...keys.split(' ').flatMap(key => [make('kbd', '', key), ' ']));
  item.append(term, make('dd', '', labelOf(element)));
  one(`#keys [data-keys="${group}"]`)?.append(item);
}

// A title is short and says nothing of the one row or entry that a label names.
function labelOf(element: HTMLElement): string {
  const written = element.title || element.ariaLabel;
  if (written) return written.replace(` (${element.dataset['key'] ?? ''})`, '');
  const copy = ((element as HTMLInputElement).labels?.[0] ?? element).cloneNode(true) as HTMLElement;
  for (const other of all('kbd, .count', copy)) other.remove();
  return copy.textContent.trim().replace(/\s+/g, ' ');
}
