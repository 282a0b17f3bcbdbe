import * as vscode from 'vscode';
import { equal, ok } from './assert';

const extension = () => {
  const found = vscode.extensions.getExtension('orchestration-lens.orchestration-lens');
  ok(found, 'The extension is not installed.');
  return found;
};

const openFile = async (name: string) => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'No folder is open.');
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
};

describe('activation', () => {
  it('contributes the language ids of AWS Toolkit', async () => {
    const languages = await vscode.languages.getLanguages();
    for (const id of ['asl', 'asl-yaml']) ok(languages.includes(id), `The language "${id}" is not there.`);
  });

  const byName = [
    { name: 'orders.asl.json', languageId: 'asl' },
    { name: 'orders.asl.yaml', languageId: 'asl-yaml' },
  ];
  for (const { name, languageId } of byName) {
    it(`opens ${name} as ${languageId} and is active`, async () => {
      const document = await openFile(name);
      equal(document.languageId, languageId);
      await extension().activate();
      equal(extension().isActive, true);
    });
  }
});
