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
  '/match.js': 'dist/panel/match.js',
  '/match.css': 'dist/panel/match.css',
  '/week.js': 'dist/panel/week.js',
  '/week.css': 'dist/panel/week.css',
  '/codicon.ttf': 'dist/panel/codicon.ttf',
  '/guide.json': 'media/guide.json',
};

const nonce = 'rig';

/** What the extension puts into the page of each bundle. */
const bodies = {
  main: (start) =>
    `<lens-guide data="/guide.json" start="${attribute({ kept: {}, ...start })}"></lens-guide>`,
  match: () => '<lens-match></lens-match>',
  week: (start) => `<lens-week start="${attribute(start)}"></lens-week>`,
};

/** JSON between the quotes of an attribute. */
function attribute(value) {
  return JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** The page as the extension makes it, with the same policy. */
function page(theme, start, bundle) {
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
<title>Orchestration Lens</title>
<link rel="stylesheet" href="/theme/defaults.css">
<link rel="stylesheet" id="theme" href="/theme/${theme}.css">
<link rel="stylesheet" href="/${bundle}.css">
<script nonce="${nonce}">${stub}</script>
</head>
<body class="${BODY_CLASS[theme]}">
${bodies[bundle](start)}
<script nonce="${nonce}" src="/${bundle}.js"></script>
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
 * Serves the built panel without VS Code, in its colours. \`url(theme, start, bundle)\` is a page, where \`start\` is what the
 * editor would put into the page, for instance \`{ place: { tab: 'cost' } }\`; \`bundle\` names another page than the guide's.
 */
export async function startRig() {
  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'Content-Type': type }).end(body);
    if (pathname === '/') {
      return send(
        'text/html',
        page(
          searchParams.get('theme') ?? 'dark',
          JSON.parse(searchParams.get('start') ?? '{}'),
          searchParams.get('bundle') ?? 'main',
        ),
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
    url: (theme = 'dark', start = {}, bundle = 'main') =>
      `${origin}/?${new URLSearchParams({ theme, bundle, start: JSON.stringify(start) })}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
