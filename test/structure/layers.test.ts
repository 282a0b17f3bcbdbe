import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../src/', import.meta.url));

/** What each layer may import of ours, besides itself. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  syntax: [],
  catalog: ['expressions'],
  expressions: ['syntax', 'catalog'],
  model: ['syntax', 'expressions', 'catalog'],
  advisor: ['catalog'],
  rules: ['syntax', 'expressions', 'catalog', 'model'],
  language: ['syntax', 'expressions', 'catalog', 'model', 'rules', 'advisor'],
  protocol: [],
  server: ['syntax', 'expressions', 'catalog', 'model', 'rules', 'advisor', 'language', 'protocol'],
  extension: ['protocol'],
  // The advisor is pure, and a slider that asked another process would answer a frame too late.
  panel: ['protocol', 'advisor'],
  cli: ['syntax', 'expressions', 'catalog', 'model', 'rules', 'advisor', 'language', 'protocol'],
};

/** Packages that only some layers may know. */
const PACKAGES: readonly { name: RegExp; layers: readonly string[]; files?: readonly string[] }[] = [
  { name: /^vscode$/, layers: ['extension'] },
  { name: /^vscode-languageclient(\/|$)/, layers: ['extension'] },
  { name: /^vscode-languageserver(\/|$)/, layers: ['server'] },
  { name: /^lit(\/|$)/, layers: ['panel'] },
  { name: /^node:/, layers: ['cli'], files: ['server/node.ts', 'extension/node.ts'] },
];

interface Import {
  readonly file: string;
  readonly target: string;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : /\.tsx?$/.test(path) ? [path] : [];
  });
}

const all: Import[] = files(source).flatMap((path) =>
  Array.from(
    readFileSync(path, 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
    ),
    ([, from, dynamic, bare]) => ({ file: relative(source, path), target: from ?? dynamic ?? bare }),
  ),
);

const layerOf = (file: string): string => file.split('/')[0];

describe('structure', () => {
  it('imports of ours go downward only', () => {
    const wrong = all.filter(({ file, target }) => {
      if (!target.startsWith('.')) return false;
      const path = relative(source, resolve(source, dirname(file), target));
      if (path.startsWith('..')) return false;
      const [from, to] = [layerOf(file), layerOf(path)];
      return from !== to && !LAYERS[from]?.includes(to);
    });
    assert.deepEqual(wrong, []);
  });

  it('packages stay in their layers', () => {
    const wrong = all.filter(({ file, target }) => {
      const known = PACKAGES.find(({ name }) => name.test(target));
      return known && !known.layers.includes(layerOf(file)) && !known.files?.includes(file);
    });
    assert.deepEqual(wrong, []);
  });

  it('only the connection loads the language client, which an activation would wait for', () => {
    const loading = all.filter(
      ({ file, target }) => /^vscode-languageclient(\/|$)/.test(target) && isLoaded(file, target),
    );
    assert.deepEqual(
      loading.map(({ file }) => file),
      ['extension/node.ts', 'extension/web.ts'],
    );
  });

  it('no import goes in a circle', () => {
    const graph = new Map<string, string[]>();
    for (const { file, target } of all.filter(isValueImport)) {
      const path = relative(source, resolve(source, dirname(file), target));
      const existing = [`${path}.ts`, `${path}/index.ts`].filter((candidate) =>
        all.some((other) => other.file === candidate),
      );
      graph.set(file, [...(graph.get(file) ?? []), ...existing]);
    }
    const done = new Set<string>();
    const visit = (file: string, path: string[]): void => {
      assert.ok(!path.includes(file), `circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) visit(file, []);
  });

  it('every file is of a known layer', () => {
    const strangers = [...new Set(all.map(({ file }) => layerOf(file)))].filter(
      (layer) => !(layer in LAYERS),
    );
    assert.deepEqual(strangers, []);
  });
});

function isValueImport({ file, target }: Import): boolean {
  return target.startsWith('.') && isLoaded(file, target);
}

/** A type that is imported leaves nothing in the running program. */
function isLoaded(file: string, target: string): boolean {
  const text = readFileSync(join(source, file), 'utf8');
  const escaped = target.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return !new RegExp(`(?:import|export) type [^;]*?from ['"]${escaped}['"]`).test(text);
}
