import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, Diagnostic } from 'vscode-languageserver-protocol';
import { startTestServer } from '../support/server';

const FLOW = `{
  "StartAt": "Write",
  "States": {
    "Write": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
      "Parameters": { "Bucket": "\${Raw}", "Key": "done", "Body.$": "$" },
      "End": true
    }
  }
}
`;

const TEMPLATE = `Transform: AWS::Serverless-2016-10-31
Resources:
  Raw: { Type: AWS::S3::Bucket }
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: flow.asl.json
      DefinitionSubstitutions: { Raw: !Ref Raw }
  Arrived:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.s3], detail-type: [Object Created], detail: { bucket: { name: [!Ref Raw] } } }
      Targets: [{ Id: flow, Arn: !Ref Flow, RoleArn: !Ref Role }]
`;

describe('places in other files', () => {
  it('are given with their own lines', async () => {
    const server = await startTestServer({ files: { 'flow.asl.json': FLOW, 'template.yaml': TEMPLATE } });
    try {
      const uri = await server.open('template.yaml', TEMPLATE, 'yaml');
      const pull = async (): Promise<Diagnostic | undefined> => {
        const report = await server.client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
          textDocument: { uri },
        });
        assert.equal(report.kind, 'full');
        return report.items.find(({ code }) => code === 'eventbridge/self-trigger-loop');
      };
      let found = await pull();
      // The other files are read in the background.
      for (let tries = 0; !found && tries < 100; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        found = await pull();
      }
      const last = found?.relatedInformation?.at(-1);
      assert.match(last?.location.uri ?? '', /flow\.asl\.json$/);
      assert.deepEqual(last?.location.range.start, { line: 6, character: 32 });
    } finally {
      server.dispose();
    }
  });
});
