import { createReadStream, existsSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '../../scripts/command.mjs';

export const THEMES = ['dark', 'light', 'hc-dark', 'hc-light'];

/** The classes that VS Code gives the body in each kind of theme. */
export const BODY_CLASS = {
  dark: 'vscode-dark',
  light: 'vscode-light',
  'hc-dark': 'vscode-high-contrast',
  'hc-light': 'vscode-high-contrast vscode-high-contrast-light',
};

const types = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.ttf': 'font/ttf',
};

const files = {
  '/main.js': 'dist/panel/main.js',
  '/main.css': 'dist/panel/main.css',
  '/codicon.ttf': 'dist/panel/codicon.ttf',
  '/guide.json': 'media/guide.json',
};

const nonce = 'rig';

/** The page as the extension makes it, with the same policy. */
function page(theme, start) {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Orchestration Lens Guide</title>
<link rel="stylesheet" href="/theme/defaults.css">
<link rel="stylesheet" id="theme" href="/theme/${theme}.css">
<link rel="stylesheet" href="/main.css">
<script nonce="${nonce}">${stub}</script>
</head>
<body class="${BODY_CLASS[theme]}">
<lens-guide data="/guide.json" start="${JSON.stringify({ kept: {}, ...start })
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')}"></lens-guide>
<script nonce="${nonce}" src="/main.js"></script>
</body>
</html>`;
}

/** Stands for the editor: keeps over a reload, remembers what is sent, and counts what the policy refuses. */
const stub = `
  if (performance.getEntriesByType('navigation')[0].type === 'navigate') sessionStorage.clear();
  window.sent = [];
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample);
  });
  const kept = {};
  window.acquireVsCodeApi = () => ({
    postMessage(message) {
      sent.push(message);
      if (message.type !== 'keep') return;
      kept[message.key] = message.value;
      if (message.key === 'quiz') postMessage({ type: 'kept', kept });
    },
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
`;

/**
 * Serves the built panel without VS Code, in its colours. `url(theme, start)` is a page, where \`start\` is what the
 * editor would put into the page, for instance \`{ place: { tab: 'cost' } }\`.
 */
export async function startRig() {
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'Content-Type': type }).end(body);
    if (pathname === '/') {
      return send(
        'text/html',
        page(searchParams.get('theme') ?? 'dark', JSON.parse(searchParams.get('start') ?? '{}')),
      );
    }
    const [, theme] = /^\/theme\/([\w-]+)\.css$/.exec(pathname) ?? [];
    if (theme) {
      const file = fileURLToPath(new URL(`themes/${theme}.css`, import.meta.url));
      return send('text/css', existsSync(file) ? readFileSync(file) : '');
    }
    const file = files[pathname];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[path.extname(file)], 'Cache-Control': 'max-age=600' });
    createReadStream(path.join(projectFolder, file)).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    url: (theme = 'dark', start = {}) =>
      `${origin}/?${new URLSearchParams({ theme, start: JSON.stringify(start) })}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
