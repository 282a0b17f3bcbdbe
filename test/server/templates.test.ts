import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { startTestServer, type TestServer } from '../support/server';

const TERRAFORM = `resource "aws_sfn_state_machine" "flow" {
  definition = jsonencode({
    StartAt = "Load"
    States = {
      Load = { Type = "Task", Resource = aws_lambda_function.load.arn, TimeoutSeconds = 5, Next = "Sace" }
      Save = { Type = "Succeed" }
    }
  })
}
`;

const SAM = `Transform: AWS::Serverless-2016-10-31
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Load
        States:
          Load: { Type: Task, Resource: !GetAtt Load.Arn, TimeoutSeconds: 5, Next: Sace }
          Save: { Type: Succeed }
`;

describe('language server on templates', () => {
  let server: TestServer;
  afterEach(() => server.dispose());

  for (const [name, text, languageId, word] of [
    ['main.tf', TERRAFORM, 'plaintext', '"Sace"'],
    ['main.tf', TERRAFORM, 'terraform', '"Sace"'],
    ['template.yaml', SAM, 'yaml', 'Sace'],
    ['template.yaml', SAM, 'cloudformation', 'Sace'],
    ['network.template', SAM, 'plaintext', 'Sace'],
  ] as const) {
    it(`judges the definition in ${name} of the language ${languageId}`, async () => {
      server = await startTestServer();
      const uri = await server.open(name, text, languageId);
      const report = await server.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const found = report.kind === 'full' ? report.items : [];
      const wrong = found.find(({ code }) => code === 'asl/unknown-target');
      assert.ok(wrong, JSON.stringify(found));
      const line = text.split('\n')[wrong.range.start.line];
      assert.equal(line.slice(wrong.range.start.character, wrong.range.end.character), word);
    });
  }
});
