import assert from 'node:assert/strict';
import { CompletionTriggerKind, type CompletionItem } from 'vscode-languageserver-protocol';
import { startTestServer, type TestServer } from '../support/server';

/** A text, the cursor behind its last character, and whether a list opens there by itself. */
const TYPED: readonly (readonly [name: string, text: string, opens: boolean])[] = [
  ['a.asl.yaml', 'StartAt: A\nStates:', false],
  ['a.asl.yaml', 'StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: arn:aws:', true],
  ['a.asl.json', '{ "StartAt": "A", "States": { "A": { "Type":', true],
];

describe('completion behind a colon', () => {
  let server: TestServer;
  afterEach(() => server.dispose());

  for (const [name, text, opens] of TYPED) {
    it(`${opens ? 'opens' : 'waits to be asked for'} at the end of ${JSON.stringify(text.slice(-12))}`, async () => {
      server = await startTestServer();
      const uri = await server.open(name, text, name.endsWith('yaml') ? 'asl-yaml' : 'asl');
      const lines = text.split('\n');
      const position = { line: lines.length - 1, character: lines[lines.length - 1].length };
      const ask = (context: object): Promise<CompletionItem[]> =>
        server.client.sendRequest('textDocument/completion', { textDocument: { uri }, position, context });
      const asked = await ask({ triggerKind: CompletionTriggerKind.Invoked });
      const typed = await ask({
        triggerKind: CompletionTriggerKind.TriggerCharacter,
        triggerCharacter: ':',
      });
      assert.ok(asked.length > 0);
      assert.equal(typed.length > 0, opens);
    });
  }
});
