import { make } from '../dom.js';

/** What a line of the palette or of a picker shows. */
export interface OptionText { name: string; subtitle?: string | null; meta?: Node | string | null; mark: Node }

let number = 0;

/** One line; the words that were typed are marked in its name. */
export function option({ name, subtitle, meta, mark }: OptionText, typed: string): HTMLElement {
  const line = make('div');
  line.id = `option-${++number}`;
  line.role = 'option';
  line.setAttribute('aria-selected', 'false');
  const glyph = make('span', 'glyph');
  glyph.append(mark);
  const text = make('span', 'trunc');
  text.append(marked(name, typed));
  if (subtitle) text.append(' ', make('span', 'sub trunc', subtitle));
  line.append(glyph, text);
  if (meta) {
    const end = make('span', 'meta');
    end.append(meta);
    line.append(end);
  }
  return line;
}

/** Lines of one kind under a caption. */
export function optionGroup(caption: string, lines: HTMLElement[]): HTMLElement {
  const group = make('div');
  group.role = 'group';
  group.ariaLabel = caption;
  const head = make('div', 'cap', caption);
  head.ariaHidden = 'true';
  group.append(head, ...lines);
  return group;
}

function marked(name: string, typed: string): Node {
  const word = typed.split(/\s+/).find(Boolean)?.toLowerCase();
  const at = word ? name.toLowerCase().indexOf(word) : -1;
  const whole = make('span');
  if (!word || at < 0) whole.textContent = name;
  else whole.append(name.slice(0, at), make('mark', '', name.slice(at, at + word.length)), name.slice(at + word.length));
  return whole;
}
