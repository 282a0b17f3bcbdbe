import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { REFACTOR, type RefactorResult } from '../../src/protocol/requests';
import { startTestServer, type TestServer } from '../support/server';

const MACHINE = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "OutputPath": "$.x", "Next": "B" },
    "B": { "Type": "Parallel", "Branches": [{ "StartAt": "C", "States": { "C": { "Type": "Succeed" } } }], "ResultPath": "$.y", "End": true }
  }
}
`;

const at = (line: number) => ({ start: { line, character: 6 }, end: { line, character: 6 } });

describe('refactorings of the language server', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer();
  });
  after(() => server.dispose());

  const actions = (uri: string, line: number, only?: string[]): Promise<CodeAction[]> =>
    server.client.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: at(line),
      context: { diagnostics: [], only },
    });

  it('are worked out when one is chosen', async () => {
    const provider = server.result.capabilities.codeActionProvider;
    assert.ok(typeof provider === 'object' && provider.resolveProvider);
    const uri = await server.open('resolved.asl.json', MACHINE);
    const found = (await actions(uri, 3)).find(({ title }) => title === 'Convert "A" to JSONata');
    assert.ok(found && !found.edit);
    const { edit } = await server.client.sendRequest<CodeAction>('codeAction/resolve', found);
    const [change] = edit?.documentChanges ?? [];
    assert.ok('textDocument' in change && change.textDocument.version === 1);
    assert.ok(change.edits.some((each) => 'newText' in each && each.newText === '"{% $states.input.x %}"'));
  });

  it('make a file in the same step', async () => {
    const uri = await server.open('nested.asl.json', MACHINE);
    const found = (await actions(uri, 3)).find(({ title }) => title.includes('nested state machine'));
    const { edit } = await server.client.sendRequest<CodeAction>('codeAction/resolve', found);
    const [created] = edit?.documentChanges ?? [];
    assert.deepEqual(created, {
      kind: 'create',
      uri: 'memfs:/workspace/a.asl.json',
      options: { overwrite: false },
    });
  });

  it('say why they cannot be done where they are asked for', async () => {
    const uri = await server.open('disabled.asl.json', MACHINE);
    const inline = async (only?: string[]) =>
      (await actions(uri, 4, only)).find(({ title }) => title.startsWith('Inline'));
    assert.equal(
      (await inline(['refactor']))?.disabled?.reason,
      '"ResultPath" of "B" keeps an input that is gone when the branch has run.',
    );
    assert.equal(await inline(), undefined);
  });

  it('answer commands', async () => {
    const uri = await server.open('command.asl.json', MACHINE);
    const ask = (id: string): Promise<RefactorResult | null> =>
      server.client.sendRequest(REFACTOR, { uri, range: at(3), id });
    const result = await ask('machineToJsonata');
    assert.ok(result && 'edit' in result);
    assert.equal(await ask('removeUnreachable'), null);
  });
});
