import assert from 'node:assert/strict';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { startTestServer, type TestServer } from '../support/server';

const FLOW = `{
  "StartAt": "A",
  "States": { "A": { "Type": "Task", "Resource": "\${LoadArn}", "End": true } }
}
`;
const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
      DefinitionSubstitutions:
        LoadArn: !GetAtt Load.Arn
`;

describe('renames of the language server', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer({ files: { 'flow.asl.json': FLOW, 'template.yaml': TEMPLATE } });
  });
  after(() => server.dispose());

  for (const [name, text, languageId] of [
    ['flow.asl.json', FLOW, 'asl'],
    ['template.yaml', TEMPLATE, 'yaml'],
  ]) {
    it(`change a substitution from ${name} in the template and the definition`, async () => {
      const uri = await server.open(name, text, languageId);
      const lines = text.split('\n');
      const line = lines.findIndex((each) => each.includes('LoadArn'));
      const position = { line, character: lines[line].indexOf('LoadArn') + 2 };
      const prepared = await server.client.sendRequest<{ range: Range; placeholder: string }>(
        'textDocument/prepareRename',
        { textDocument: { uri }, position },
      );
      assert.equal(prepared.placeholder, 'LoadArn');
      const { documentChanges = [] } = await server.client.sendRequest<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri },
        position,
        newName: 'WorkArn',
      });
      const changed = documentChanges.flatMap((change) =>
        'edits' in change
          ? change.edits.map((edit) => [
              change.textDocument.uri,
              'newText' in edit && [edit.newText, edit.range.start.line, edit.range.start.character],
            ])
          : [],
      );
      assert.deepEqual(changed.sort(), [
        ['memfs:/workspace/flow.asl.json', ['WorkArn', 2, 52]],
        ['memfs:/workspace/template.yaml', ['WorkArn', 7, 8]],
      ]);
    });
  }

  it('know a template that is open beside the definition, and what is saved of it when it is closed', async () => {
    const other = await startTestServer({ files: { 'flow.asl.json': FLOW, 'template.yaml': TEMPLATE } });
    try {
      const template = await other.open('template.yaml', TEMPLATE.replace('LoadArn', 'Unsaved'), 'yaml');
      const textDocument = { uri: await other.open('flow.asl.json', FLOW) };
      const renamed = async (): Promise<string[]> => {
        const position = { line: 2, character: 53 };
        const params = { textDocument, position, newName: 'WorkArn' };
        const edit = await other.client.sendRequest<WorkspaceEdit>('textDocument/rename', params);
        return (edit.documentChanges ?? []).map((change) =>
          'textDocument' in change ? change.textDocument.uri.slice(-13) : '',
        );
      };
      assert.deepEqual(await renamed(), ['flow.asl.json']);
      await other.client.sendNotification('textDocument/didClose', { textDocument: { uri: template } });
      await other.client.sendRequest('workspace/symbol', { query: 'Flow' });
      assert.deepEqual(await renamed(), ['template.yaml', 'flow.asl.json']);
    } finally {
      other.dispose();
    }
  });

  it('say why a name is refused', async () => {
    const uri = await server.open('flow.asl.json', FLOW);
    const asked = server.client.sendRequest('textDocument/rename', {
      textDocument: { uri },
      position: { line: 2, character: 53 },
      newName: 'work-arn',
    });
    await assert.rejects(asked, /letters, digits and underscores/);
  });
});
