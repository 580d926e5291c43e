import { readFile } from 'node:fs/promises';
import path from 'node:path';
import subsetFont from 'subset-font';

const files = 'node_modules/@fontsource-variable/inter/files';
// The weights that tokens.css uses, and the features that the styles ask for (tabular figures) or that shape words.
const options = { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 700 } }, keepFeatures: ['kern', 'calt', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum', 'case'] };
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
const latin = range(0x20, 0x7e) + range(0xa0, 0xff) + 'ıŒœŠšŸŽžƒˆ˚˜–—‘’‚“”„†‡•…‰‹›⁄€™←↑→↓−≈≠≤≥↵⌘';

/** Resolves `font:` addresses of style sheets: Inter cut down to what the pages need, so that a first visit stays small. */
export const fontPlugin = web => ({
  name: 'font',
  setup(build) {
    build.onResolve({ filter: /^font:/ }, args => ({ path: `${args.path.slice('font:'.length)}.woff2`, namespace: 'font' }));
    build.onLoad({ filter: /.*/, namespace: 'font' }, async args => {
      const whole = await readFile(path.join(web, files, `${args.path.replace('.woff2', '')}-wght-normal.woff2`));
      const few = args.path.includes('-ext') ? { ...options, keepAllGlyphs: true } : options;
      return { contents: await subsetFont(whole, few.keepAllGlyphs ? undefined : latin, few), loader: 'file' };
    });
  },
});
