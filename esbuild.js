// Makes every bundle: `node esbuild.js [--production] [--watch] [--report]`.

// The Node build of `yaml` asks for an environment variable at every token, which is a third of its time.
const alias = { yaml: './node_modules/yaml/browser/index.js' };
const node = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'], alias };
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

// A dependency asks where its file is, which CommonJS says in another way.
const ownFile = { 'import.meta.url': '__filename' };

// The server runs under Node and in a worker, where it has no file and no modules of Node.
const OWN_FILE = "var ownFile = typeof __filename === 'string' ? __filename : '';";
const ownFileOrNone = { 'import.meta.url': 'ownFile' };

// One bundle serves both hosts: all but the connection is the same, and what the other host needs is not run.
const anyHost = {
  ...browser,
  conditions: ['node', 'browser', 'module'],
  external: [
    'node:*',
    'child_process',
    'crypto',
    'fs',
    'fs/promises',
    'module',
    'net',
    'os',
    'path',
    'readline',
    'url',
    'util',
  ],
};

// Loaded by the server and the command line when they meet the first file of Terraform, or the first definition.
const assets = [
  'node_modules/web-tree-sitter/web-tree-sitter.wasm',
  'node_modules/@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  'src/catalog/api/actions.bin',
];

const shipped = [
  { in: 'src/extension/main.ts', out: 'dist/main.js', ...anyHost, format: 'cjs', inVsCode: true },
  {
    ...{ in: 'src/extension/desktop.ts', out: 'dist/desktop.js', ...node, inVsCode: true },
    ...{ external: ['./main'], supported: { 'dynamic-import': false } },
  },
  {
    ...{ in: 'src/server/main.ts', out: 'dist/server.js', ...anyHost, format: 'iife', alias },
    ...{ banner: { js: OWN_FILE }, define: ownFileOrNone },
  },
  {
    ...{ in: 'src/cli/main.ts', out: 'dist/cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
    define: ownFile,
  },
];

// Pages of webviews. The style sheet comes out beside each script, and the font that the style sheets name.
const panels = [
  { in: 'src/panel/main.ts', out: 'dist/panel/main.js' },
  { in: 'src/panel/match/main.ts', out: 'dist/panel/match.js' },
  { in: 'src/panel/week/main.ts', out: 'dist/panel/week.js' },
].map((page) => ({
  ...{ ...page, ...browser, format: 'iife' },
  ...{ loader: { '.ttf': 'file' }, assetNames: '[name]' },
  banner: { js: "performance.mark('lens-script');" },
}));

// Mocha's Node build looks for files of its own at run time, so it stays outside. Its web build is one file that
// takes `module.exports` for itself, which the footer takes back.
const suites = [
  {
    in: 'test/suite/index.ts',
    out: 'out/suite/node.js',
    ...node,
    external: ['vscode', 'mocha'],
    host: 'node',
  },
  {
    ...{ in: 'test/suite/index.ts', out: 'out/suite/web.js', ...browser, external: ['vscode'], host: 'web' },
    ...{ format: 'iife', globalName: 'suite', footer: { js: 'module.exports = suite;' } },
    alias: { mocha: 'mocha/mocha.mjs' },
  },
];

async function main(flags) {
  const production = flags.includes('--production');
  const watch = flags.includes('--watch');
  const { context } = await import('esbuild');
  const { copyFile, mkdir } = await import('node:fs/promises');
  const { basename } = await import('node:path');
  const { oneApi } = await import('./scripts/oneApi.mjs');
  const { suiteFiles } = await import('./scripts/suiteFiles.mjs');
  const { watchLog } = await import('./scripts/watchLog.mjs');

  const bundles = [...shipped, ...panels, ...(production ? [] : suites)];
  const contexts = await Promise.all(
    bundles.map(({ in: entry, out, host, inVsCode, ...options }) =>
      context({
        ...options,
        entryPoints: [entry],
        outfile: out,
        bundle: true,
        minify: production,
        sourcemap: true,
        sourcesContent: !production,
        legalComments: production ? 'none' : 'inline',
        logLevel: watch ? 'silent' : 'warning',
        define: { ...options.define, ...(host && { HOST: JSON.stringify(host) }) },
        plugins: [
          ...(host ? [suiteFiles] : []),
          ...(inVsCode ? [oneApi] : []),
          ...(watch ? [watchLog(out)] : []),
        ],
      }),
    ),
  );

  await mkdir('dist', { recursive: true });
  await Promise.all(assets.map((path) => copyFile(path, `dist/${basename(path)}`)));
  if (watch) return void (await Promise.all(contexts.map((each) => each.watch())));

  const results = await Promise.allSettled(contexts.map((each) => each.rebuild()));
  await Promise.all(contexts.map((each) => each.dispose()));
  if (results.some((result) => result.status === 'rejected')) return void (process.exitCode = 1);

  const { chmod } = await import('node:fs/promises');
  await chmod('dist/cli.js', 0o755);
  if (flags.includes('--report')) {
    const { bundleReport } = await import('./scripts/bundleReport.mjs');
    const styles = ['dist/panel/main.css', 'dist/panel/match.css'];
    console.log(bundleReport([...bundles.map((bundle) => bundle.out), ...styles]));
  }
}

void main(process.argv.slice(2));
