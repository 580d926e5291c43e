import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The sprite of all icons in icons/icons.json (our word for the meaning → the drawing's name in Lucide). */
export async function iconSprite(web) {
  const meanings = JSON.parse(await readFile(path.join(web, 'icons/icons.json'), 'utf8'));
  const names = Object.keys(meanings).sort();
  const symbols = await Promise.all(names.map(async name => {
    const drawing = await readFile(path.join(web, 'node_modules/lucide-static/icons', `${meanings[name]}.svg`), 'utf8');
    const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(drawing)[1].replace(/\s*\n\s*/g, '').replace(/ \/>/g, '/>');
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  }));
  return { sprite: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`, names };
}
