import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const bundled = ['@hotwired/turbo', 'lucide-static', '@fontsource-variable/inter'];

/** What the bundle holds of others, with the license texts that their terms ask to keep with every copy. */
export async function notices(web) {
  const texts = await Promise.all(bundled.map(async name => {
    const folder = path.join(web, 'node_modules', name);
    const { version, license, main } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find(entry => /licen[cs]e/i.test(entry));
    // Turbo brings its notice as the first comment of its script.
    const text = file ? await readFile(path.join(folder, file), 'utf8') : await banner(path.join(folder, main ?? ''), name);
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  }));
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

async function banner(script, name) {
  const comment = /^\/\*!?([\s\S]*?)\*\//.exec(await readFile(script, 'utf8'))?.[1];
  if (!comment) throw new Error(`${name} brings no license notice: see where it went and adapt web/build/notices.mjs.`);
  return comment;
}
