import path from 'node:path';
import { build } from 'esbuild';
import { fontPlugin } from './font.mjs';

// The last two years of Chrome, Edge, Firefox and Safari.
const browsers = ['chrome131', 'edge131', 'firefox132', 'safari18'];
const shared = { bundle: true, minify: true, write: false, target: browsers, legalComments: 'none', logLevel: 'warning' };

/** One script with everything it imports; `values` are names of other files that it must know. */
export async function bundleScript(web, entry, values) {
  const define = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  const result = await build({ ...shared, absWorkingDir: web, entryPoints: [entry], format: 'esm', define });
  return result.outputFiles[0].contents;
}

/** One style sheet, and the files it refers to. */
export async function bundleStyles(web) {
  const result = await build({
    ...shared, absWorkingDir: web, entryPoints: ['css/helios.css'], outdir: path.join(web, 'out'),
    plugins: [fontPlugin(web)], assetNames: '[name].[hash]',
  });
  const css = result.outputFiles.find(file => file.path.endsWith('.css'));
  const assets = result.outputFiles.filter(file => file !== css).map(file => ({ name: path.basename(file.path), content: file.contents }));
  return { css: css.contents, assets };
}
