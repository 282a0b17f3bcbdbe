import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Resolves `suite:files` to a module whose `load()` imports every `*.test.ts` beside the importer. */
export const suiteFiles = {
  name: 'suite-files',
  setup(build) {
    build.onResolve({ filter: /^suite:files$/ }, ({ path: name, resolveDir }) => ({
      path: name,
      namespace: 'suite',
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /.*/, namespace: 'suite' }, ({ pluginData: folder }) => {
      const files = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
      const imports = files.map((file) => `  await import(${JSON.stringify(`./${file}`)});`);
      return {
        contents: `export async function load() {\n${imports.join('\n')}\n}\n`,
        resolveDir: folder,
        watchDirs: [folder],
        watchFiles: files.map((file) => path.join(folder, file)),
      };
    });
  },
};
