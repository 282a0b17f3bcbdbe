import * as vscode from 'vscode';
import { OPEN_GUIDE_COMMAND, TABS, type Place, type Tab } from '../protocol/guide';

const PATH = '/guide';

/**
 * The address that opens the guide from a preview, where commands do not work; the place is its query, as JSON.
 * In a browser there is none: it would hand such an address to the system.
 */
export function guideAddress(): string | undefined {
  if (vscode.env.uiKind === vscode.UIKind.Web) return undefined;
  return `${vscode.env.uriScheme}://orchestration-lens.orchestration-lens${PATH}`;
}

/** Opens the guide at the place of an address. */
export function registerGuideLinks(): vscode.Disposable {
  return vscode.window.registerUriHandler({
    handleUri: ({ path, query }) => {
      if (path !== PATH) return;
      void vscode.commands.executeCommand(OPEN_GUIDE_COMMAND, placeIn(query));
    },
  });
}

/** An address may come from anywhere: what is no place opens the guide where it was. */
function placeIn(query: string): Place | undefined {
  try {
    const { tab, anchor } = JSON.parse(query) as Record<string, unknown>;
    if (!TABS.includes(tab as Tab)) return undefined;
    return { tab: tab as Tab, ...(typeof anchor === 'string' && { anchor }) };
  } catch {
    return undefined;
  }
}
