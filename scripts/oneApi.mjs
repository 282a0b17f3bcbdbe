/**
 * An esbuild plugin: a bundle asks VS Code for its API once. Every file that imports it would ask again otherwise, and
 * copy its names each time, which was most of the time that the extension took to load.
 */
export const oneApi = {
  name: 'one-api',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind, namespace }) =>
      namespace === 'one-api' ? { path: 'vscode', external: true } : { path: kind, namespace: 'one-api' },
    );
    build.onLoad({ filter: /.*/, namespace: 'one-api' }, ({ path }) => ({
      contents: path === 'require-call' ? "module.exports = require('vscode')" : "export * from 'vscode'",
    }));
  },
};
