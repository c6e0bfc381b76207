/**
 * Bundles the command line and the action into `dist/`, which is committed: users run it without installing
 * anything. Two builds of the same sources are equal byte for byte, so CI can rebuild and compare.
 *
 *   node scripts/build.mjs [FOLDER]
 */

import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';
import { bundlePage } from './bundle-page.mjs';

const root = resolve(import.meta.dirname, '..');
const wanted = resolve(process.argv[2] ?? join(root, 'dist'));
// Beside it: a build that fails leaves the last one where it is.
const target = `${wanted}.building`;

const entries = {
  cli: 'src/cli/main.ts',
  action: 'src/action/main.ts',
  'publish-fork': 'src/action/publish-main.ts',
};
const copies = [
  { from: 'src/inside', to: 'inside', ending: '.py' },
  { from: 'graders', to: 'graders', ending: '.yml' },
  { from: 'schemas', to: 'schemas', ending: '.json' },
];

// Parts of dockerode for SSH hosts and BuildKit sessions: native or huge, and not used here.
const stubbed = /^(ssh2|cpu-features|protobufjs|@grpc\/[a-z-]+)$|\.node$/;

await rm(target, { recursive: true, force: true });
const modules = await bundle();
await Promise.all(copies.map(copyFolder));
const pageModules = await writePage();
await writeLicences([...modules, ...pageModules]);
await rm(wanted, { recursive: true, force: true });
await rename(target, wanted);

async function bundle() {
  const present = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)));
  if (present.length === 0)
    throw new Error(`nothing to bundle: none of ${Object.values(entries).join(', ')} exists`);
  const build = await rolldown({
    cwd: root,
    input: Object.fromEntries(present),
    platform: 'node',
    transform: { target: 'node20' },
    plugins: [stub(), lazyHttp()],
    logLevel: 'warn',
  });
  const { output } = await build.write({
    dir: target,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    comments: { legal: false, annotation: true, jsdoc: false },
    banner: (chunk) => (chunk.isEntry && chunk.name === 'cli' ? '#!/usr/bin/env node' : ''),
  });
  await build.close();
  if (existsSync(join(target, 'cli.js'))) await chmod(join(target, 'cli.js'), 0o755);
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

function stub() {
  return {
    name: 'stub-native-parts',
    resolveId: {
      filter: { id: stubbed },
      handler: (id) => ({ id: `\0stub:${id}`, moduleSideEffects: false }),
    },
    load: { filter: { id: /^\0stub:/ }, handler: () => ({ code: 'module.exports = {};', moduleType: 'js' }) },
  };
}

/**
 * A static import of `node:http` reads every export of it, and some of those load all of Node's own `fetch` on the way:
 * 60 ms at the start of each run (Node 24) for something that is not used here.
 */
function lazyHttp() {
  return {
    name: 'node-http-without-fetch',
    resolveId: { filter: { id: /^(node:)?http$/ }, handler: () => '\0node-http' },
    load: {
      filter: { id: /^\0node-http$/ },
      handler: () => ({ code: "module.exports = process.getBuiltinModule('node:http');", moduleType: 'js' }),
    },
  };
}

/** What the mentor's page carries in itself. */
async function writePage() {
  const { script, style, moduleIds } = await bundlePage();
  await mkdir(join(target, 'cohort-page'), { recursive: true });
  await writeFile(join(target, 'cohort-page', 'page.js'), script);
  await writeFile(join(target, 'cohort-page', 'page.css'), style);
  return moduleIds;
}

async function copyFolder({ from, to, ending }) {
  const folder = join(root, from);
  if (!existsSync(folder)) return;
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  if (names.length === 0) return;
  await mkdir(join(target, to), { recursive: true });
  await Promise.all(names.map((name) => copyFile(join(folder, name), join(target, to, name))));
}

// Most licences ask that their text travels with copies of the code.
async function writeLicences(moduleIds) {
  const packages = new Set(
    moduleIds.map((id) => id.match(/^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1]).filter(Boolean),
  );
  const texts = await Promise.all([...packages].map(licenceOf));
  const unique = [...new Map(texts.map((text) => [text.title, text])).values()];
  unique.sort((a, b) => (a.title < b.title ? -1 : 1));
  await writeFile(
    join(target, 'licences.txt'),
    unique.map(({ title, body }) => `${title}\n\n${body}\n`).join(`\n${'-'.repeat(80)}\n\n`),
  );
}

async function licenceOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).sort().find((entry) => /^licen[cs]e/i.test(entry));
  const body = file
    ? (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n').trim()
    : `Licence: ${license}`;
  return { title: `${name} ${version} (${license})`, body };
}
