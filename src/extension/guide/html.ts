import * as vscode from 'vscode';
import type { Start } from '../../protocol/guide';
import { webviewPage } from '../webviewPage';

/** The page of the guide; its data comes by `fetch`. */
export function guideHtml(webview: vscode.Webview, extensionUri: vscode.Uri, start: Start): string {
  const data = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'media', 'guide.json')).toString();
  return webviewPage(webview, extensionUri, {
    title: 'Orchestration Lens Guide',
    bundle: 'main',
    body: `<lens-guide data="${data}" start="${attribute(JSON.stringify(start))}"></lens-guide>`,
  });
}

/** A text between the quotes of an attribute. */
const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
