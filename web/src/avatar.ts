import { make } from './dom.js';

const tints = 7;

/** The same initials and tint that the server draws (AvatarText). */
export function avatar(name: string, css = ''): HTMLElement {
  let sum = 7;
  for (let i = 0; i < name.length; i++) sum = (Math.imul(sum, 31) + name.charCodeAt(i)) >>> 0;
  const mark = make('span', css ? `avatar ${css}` : 'avatar');
  mark.dataset['tint'] = String(sum % tints);
  mark.dataset['i'] = name.split(' ').filter(Boolean).slice(0, 2).map(word => [...word][0]?.toUpperCase() ?? '').join('');
  mark.setAttribute('aria-hidden', 'true');
  return mark;
}
