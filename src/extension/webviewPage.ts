import * as vscode from 'vscode';

/** What a page of ours shows: one bundle of `dist/panel`, and the element that it defines. */
export interface WebviewPage {
  readonly title: string;
  /** The name of the script and of the style sheet. */
  readonly bundle: string;
  /** Trusted HTML. */
  readonly body: string;
}

/** What a webview may load: the bundles and the guide's data. */
export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return {
    enableScripts: true,
    localResourceRoots: [
      vscode.Uri.joinPath(extensionUri, 'dist', 'panel'),
      vscode.Uri.joinPath(extensionUri, 'media'),
    ],
  };
}

/** A page with one script and one style sheet of ours, `fetch` of our own files, and nothing from anywhere else. */
export function webviewPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  { title, bundle, body }: WebviewPage,
): string {
  const uri = (file: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'panel', file)).toString();
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
    `connect-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${uri(`${bundle}.css`)}">
</head>
<body>
${body}
<script nonce="${nonce}" src="${uri(`${bundle}.js`)}"></script>
</body>
</html>`;
}
