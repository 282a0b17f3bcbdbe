import * as vscode from 'vscode';

const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-empty'">
</head>
<body><main>empty</main><script nonce="empty">performance.mark('lens-interactive')</script></body>
</html>`;

export const activate = ({ subscriptions }) => {
  subscriptions.push(
    vscode.commands.registerCommand('emptyPanel.open', () => {
      const panel = vscode.window.createWebviewPanel('emptyPanel', 'Empty', vscode.ViewColumn.Active, {
        enableScripts: true,
        retainContextWhenHidden: true,
      });
      panel.webview.html = page;
    }),
  );
};
