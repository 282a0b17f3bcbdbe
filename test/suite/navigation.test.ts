import * as vscode from 'vscode';
import { deepEqual, equal, ok } from './assert';
import { ask, openFile, openText, positionOf } from './editor';

const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

const PACK = 'shop/flows/pack.asl.json';

describe('navigation', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('goes from a task to the handler of its function and to the resource', async () => {
    const { document } = await openFile(PACK);
    const links = await ask<(vscode.Location | vscode.LocationLink)[]>(
      (found) => found.length >= 2,
      'vscode.executeDefinitionProvider',
      document.uri,
      positionOf(document, 'CheckStockArn', 3),
    );
    const files = links.map((link) => nameOf('targetUri' in link ? link.targetUri : link.uri));
    deepEqual(files.sort(), ['stock.py', 'template.yaml']);
  });

  it('finds the tasks that call a handler', async () => {
    const { document } = await openFile('shop/src/stock.py');
    const found = await ask<vscode.Location[]>(
      (places) => places.some(({ uri }) => nameOf(uri) === 'pack.asl.json'),
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, 'handler', 2),
    );
    ok(found.some(({ uri }) => nameOf(uri) === 'template.yaml'));
  });

  it('finds what names a resource of a template, each place once', async () => {
    const { document } = await openText(
      'yaml',
      'Resources:\n  Work:\n    Type: AWS::Lambda::Function\n    Properties: { Handler: a.b }\n  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          A: { Type: Task, Resource: !GetAtt Work.Arn, End: true }\nOutputs:\n  Name: { Value: !Ref Work }\n',
    );
    const found = await ask<vscode.Location[]>(
      (places) => places.length >= 3,
      'vscode.executeReferenceProvider',
      document.uri,
      positionOf(document, 'Work:', 1),
    );
    deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['Work', 'Work.Arn', 'Work'],
    );
  });

  it('links a template to the definition in a file', async () => {
    const { document } = await openFile('shop/template.yaml');
    const links = await ask<vscode.DocumentLink[]>(
      (found) => found.some(({ target }) => target && nameOf(target) === 'pack.asl.json'),
      'vscode.executeLinkProvider',
      document.uri,
    );
    const link = links.find(({ target }) => target && nameOf(target) === 'pack.asl.json');
    equal(document.getText(link?.range), 'flows/pack.asl.json');
  });

  it('shows who starts a machine', async () => {
    const { document } = await openFile(PACK);
    const [item] = await ask<vscode.CallHierarchyItem[]>(
      (found) => found.length > 0,
      'vscode.prepareCallHierarchy',
      document.uri,
      positionOf(document, 'StartAt'),
    );
    equal(item.name, 'Pack');
    const calls = await vscode.commands.executeCommand<vscode.CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      item,
    );
    deepEqual(
      calls.map(({ from }) => from.name),
      ['Ship'],
    );
  });

  it('goes from a call of the AWS SDK to the machine that it starts', async () => {
    const { document } = await openText(
      'yaml',
      'Resources:\n  Outer:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: Start\n        States:\n          Start:\n            Type: Task\n            Resource: arn:aws:states:::aws-sdk:sfn:startExecution\n            Parameters:\n              StateMachineArn: !Ref Inner\n            End: true\n  Inner:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: inner.asl.json\n',
    );
    const item = await ask<vscode.CallHierarchyItem[]>(
      (found) => found.length > 0,
      'vscode.prepareCallHierarchy',
      document.uri,
      positionOf(document, 'StartAt', 2),
    );
    const calls = await ask<vscode.CallHierarchyOutgoingCall[]>(
      (found) => found.length > 0,
      'vscode.provideOutgoingCalls',
      item[0],
    );
    deepEqual(
      calls.map(({ to }) => to.name),
      ['Inner'],
    );
  });

  it('finds states of the whole workspace by name', async () => {
    await openFile(PACK);
    const symbols = await ask<vscode.SymbolInformation[]>(
      (found) => found.some(({ name }) => name === 'Wait for a box'),
      'vscode.executeWorkspaceSymbolProvider',
      'waitforabox',
    );
    ok(symbols.some(({ location }) => nameOf(location.uri) === 'pack.asl.json'));
  });
});
