// Bundles scripts, styles, font and icons into core/Helios.Web/wwwroot under names that carry their content's hash.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { compress } from './compress.mjs';
import { contentHash } from './hash.mjs';
import { iconSprite } from './icons.mjs';
import { notices } from './notices.mjs';
import { bundleScript, bundleStyles } from './bundle.mjs';
import { turboStyleHash } from './turbo-style.mjs';

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const target = path.resolve(web, '../core/Helios.Web/wwwroot');
const staging = path.join(web, 'node_modules/.assets');

const started = performance.now();
await rm(staging, { recursive: true, force: true });
await mkdir(staging, { recursive: true });

const files = {};
const put = async (name, extension, content) => {
  const file = `${name}.${contentHash(content)}${extension}`;
  await writeFile(path.join(staging, file), content);
  files[name + extension] = file;
  return file;
};

const { sprite, names: icons } = await iconSprite(web);
const iconFile = await put('icons', '.svg', sprite);
const workerFile = await put('live-worker', '.js', await bundleScript(web, 'src/live-worker.ts', {}));
await put('helios', '.js', await bundleScript(web, 'src/helios.ts', { HELIOS_ICONS: iconFile, HELIOS_LIVE_WORKER: workerFile }));
const { css, assets } = await bundleStyles(web);
for (const { name, content } of assets) {
  await writeFile(path.join(staging, name), content);
  files[name.replace(/\.[A-Za-z0-9]+(\.\w+)$/, '$1')] = name;
}
await put('helios', '.css', css);
await put('favicon', '.svg', await readFile(path.join(web, 'static/favicon.svg')));
await put('notices', '.txt', await notices(web));

const manifest = { files, icons, styleHashes: [await turboStyleHash(web)] };
await compress(staging);
await writeFile(path.join(staging, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
await rm(target, { recursive: true, force: true });
await rename(staging, target);

for (const name of (await readdir(target)).filter(n => n.endsWith('.br')))
  console.log(`${String((await readFile(path.join(target, name))).length).padStart(7)} ${name}`);
console.log(`web assets built in ${Math.round(performance.now() - started)} ms`);
