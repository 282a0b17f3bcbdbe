import * as vscode from 'vscode';
import { RULE_PAGE, SHOW_RULE_COMMAND, type RulePageParams } from '../protocol/requests';
import { guideAddress } from './guideLinks';
import type { Session } from './session';

const SCHEME = 'orchestration-lens-rule';

/** Shows a rule's page, rendered from the rule itself: behind a diagnostic's code and in the palette. */
export function registerRulePages(session: Session): vscode.Disposable {
  const page = async (rule: string): Promise<string> => {
    const client = await session.client();
    const params: RulePageParams = { rule, guide: guideAddress() };
    return (await client.sendRequest<string | null>(RULE_PAGE, params)) ?? `There is no rule "${rule}".`;
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => page(path.replace(/^\/|\.md$/g, '')),
    }),
    vscode.commands.registerCommand(SHOW_RULE_COMMAND, async (rule?: string) => {
      const wanted = rule ?? (await pickRule());
      if (!wanted) return;
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${wanted}.md` });
      await vscode.commands.executeCommand('markdown.showPreviewToSide', uri);
    }),
  );
}

/** The rules of the settings schema: the manifest lists them all. */
async function pickRule(): Promise<string | undefined> {
  const manifest = vscode.extensions.getExtension('orchestration-lens.orchestration-lens')
    ?.packageJSON as Manifest;
  const rules = manifest.contributes.configuration.properties['orchestrationLens.rules'].properties;
  const items = Object.entries(rules).map(([label, { description }]) => ({ label, detail: description }));
  const picked = await vscode.window.showQuickPick(items, {
    placeHolder: 'Which rule do you want to read about?',
    matchOnDetail: true,
  });
  return picked?.label;
}

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Record<
        string,
        { readonly properties: Record<string, { readonly description: string }> }
      >;
    };
  };
}
