import { all, make, one } from '../dom.js';
import { icon } from '../icon.js';
import type { Found, FoundCommand, FoundItem } from '../search.js';
import { avatar } from '../avatar.js';
import { option, optionGroup } from './option.js';

const kindNames: Record<string, string> = { user: 'People', ticket: 'Tickets', location: 'Locations', group: 'Groups', asset: 'Assets' };

/** What the page offers without asking: the server writes it as a hidden list, `ul#palette-index`. */
export function localGroups(typed: string, commandsOnly: boolean): HTMLElement[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const lines = all<HTMLLIElement>('#palette-index > li').filter(line => {
    const text = `${line.textContent} ${line.dataset['subtitle'] ?? ''}`.toLowerCase();
    return words.every(word => text.includes(word)) && (!commandsOnly || line.dataset['kind'] === 'command');
  });
  return [groupOf('Commands', lines.filter(l => l.dataset['kind'] === 'command'), typed), groupOf('Go to', lines.filter(l => l.dataset['kind'] === 'page'), typed)].filter(g => g !== null);
}

function groupOf(caption: string, lines: HTMLLIElement[], typed: string): HTMLElement | null {
  if (lines.length === 0) return null;
  return optionGroup(caption, lines.map(line => linked(line.dataset['off'] === undefined ? one('a', line)?.getAttribute('href') ?? '' : '', option({
    name: line.textContent?.trim() ?? '',
    subtitle: line.dataset['subtitle'],
    meta: keys(line.dataset['keys']),
    mark: icon(line.dataset['icon'] ?? 'forward'),
  }, typed))));
}

/** What the server found: records by kind, in the order of their first hit, then commands. */
export function foundGroups(found: Found, typed: string): HTMLElement[] {
  const kinds = Map.groupBy(found.items, item => item.kind);
  const groups = [...kinds].map(([kind, items]) => optionGroup(items[0]?.kindLabel ?? kindNames[kind] ?? kind, items.map(item => itemLine(item, typed))));
  return found.commands.length === 0 ? groups : [...groups, optionGroup('Suggested', found.commands.map(command => commandLine(command, typed)))];
}

function itemLine(item: FoundItem, typed: string): HTMLElement {
  return linked(item.href, option({ name: item.title, subtitle: item.subtitle, meta: item.key, mark: markOf(item) }, typed));
}

/** A person shows initials, everything else the icon of its kind. */
export const markOf = (item: FoundItem): Node => item.kind === 'user' ? avatar(item.title) : icon(item.icon ?? 'forward');

function commandLine(command: FoundCommand, typed: string): HTMLElement {
  return linked(command.href, option({ name: command.name, subtitle: command.subtitle, meta: keys(command.keys), mark: icon(command.icon ?? 'forward') }, typed));
}

// A line that leads nowhere says in its second part why.
function linked(href: string, line: HTMLElement): HTMLElement {
  if (href) line.dataset['href'] = href;
  else line.ariaDisabled = 'true';
  return line;
}

function keys(text: string | null | undefined): Node | null {
  if (!text) return null;
  const row = make('span', 'row');
  row.append(...text.split(' ').map(key => make('kbd', '', key)));
  return row;
}
