import * as vscode from 'vscode';
import { DOCUMENT_KIND, type DocumentKind, type DocumentKindParams } from '../protocol/requests';
import type { Session } from './session';

/** What the active file is; `undefined` for one that is none of ours. */
export async function documentKindInHand(session: Session): Promise<DocumentKind | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) return undefined;
  const client = await session.client();
  const params: DocumentKindParams = { uri };
  return (await client.sendRequest<DocumentKind | null>(DOCUMENT_KIND, params)) ?? undefined;
}
