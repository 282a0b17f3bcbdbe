import * as vscode from 'vscode';
import type { Start } from '../../protocol/guide';

/**
 * The page of the guide: one script and one style sheet of ours, the guide's data by `fetch`, and nothing
 * from anywhere else.
 */
export function guideHtml(webview: vscode.Webview, extensionUri: vscode.Uri, start: Start): string {
  const uri = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
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
<title>Orchestration Lens Guide</title>
<link rel="stylesheet" href="${uri('dist', 'panel', 'main.css')}">
</head>
<body>
<lens-guide data="${uri('media', 'guide.json')}" start="${attribute(JSON.stringify(start))}"></lens-guide>
<script nonce="${nonce}" src="${uri('dist', 'panel', 'main.js')}"></script>
</body>
</html>`;
}

/** A text between the quotes of an attribute. */
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
