import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import vm from 'node:vm';

/**
 * The CSP source of the one style element that Turbo inserts when it starts. It is evaluated from Turbo's own text
 * (template, indentation function and duration), so another version of Turbo gives another hash by itself.
 */
export async function turboStyleHash(web) {
  const source = await readFile(path.join(web, 'node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js'), 'utf8');
  const template = /static get defaultCSS\(\) \{\s*return (unindent`[\s\S]*?`)\s*\}/.exec(source)?.[1];
  const duration = /class ProgressBar \{\s*static animationDuration = (\d+)/.exec(source)?.[1];
  const functions = ['unindent', 'interpolate'].map(name => new RegExp(`function ${name}\\([\\s\\S]*?\\n\\}`).exec(source)?.[0]);
  if (!template || !duration || functions.includes(undefined))
    throw new Error('Turbo writes its style in another way now: adapt web/build/turbo-style.mjs.');
  const css = vm.runInNewContext(`${functions.join('\n')}\nconst ProgressBar = { animationDuration: ${duration} };\n${template}`);
  return `sha256-${createHash('sha256').update(css).digest('base64')}`;
}
