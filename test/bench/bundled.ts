import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What `exports` names, as it is shipped: one minified bundle, with the build of `yaml` that the server has. */
export async function bundled<Module>(name: string, exports: string): Promise<Module> {
  const outfile = `${project}out/bench/${name}.cjs`;
  await build({
    stdin: { contents: exports, resolveDir: project },
    absWorkingDir: project,
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { yaml: './node_modules/yaml/browser/index.js' },
    logLevel: 'warning',
  });
  return createRequire(import.meta.url)(outfile) as Module;
}
