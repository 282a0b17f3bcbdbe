import assert from 'node:assert/strict';
import { LanguageDocument } from '../../src/language/document';
import { workspaceDefinition } from '../../src/language/workspaceDefinition';
import type { WorkspacePlace } from '../../src/language/workspacePlace';
import { workspaceReferences } from '../../src/language/workspaceReferences';
import { WorkspaceIndex } from '../../src/language/workspaceIndex';
import { prepare } from '../../src/model/locate';
import type { WorkspaceGraph } from '../../src/model/workspace';
import { readAsset } from '../support/assets';
import { readCursor } from '../support/marks';

type Find = (document: LanguageDocument, graph: WorkspaceGraph, offset: number) => readonly WorkspacePlace[];

/** The places, as `path: text`, that a cursor `|` in the first file leads to. */
async function lead(find: Find, files: Readonly<Record<string, string>>): Promise<string[]> {
  const [[path, marked]] = Object.entries(files);
  const { text, offset } = readCursor(marked);
  const all: Record<string, string> = { ...files, [path]: text };
  const index = new WorkspaceIndex();
  for (const [name, content] of Object.entries(all)) {
    await prepare({ path: name, text: content }, readAsset);
    index.update({ path: name, text: content });
  }
  const found = find(new LanguageDocument({ path, text }), index.graph, offset);
  return found.map((place) => `${place.path}: ${all[place.path].slice(place.span.start, place.span.end)}`);
}

const definition: Find = (document, graph, offset) =>
  workspaceDefinition(document, graph, offset)?.targets ?? [];

const RULES = (arn: string): string => `resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}
resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = ${arn}
}
`;
const MACHINE = (name: string): string => `resource "aws_sfn_state_machine" "${name}" {
  role_arn = var.role
}
`;

describe('who starts what, over the files of a module', () => {
  it('leads from the target of a rule to what it starts', async () => {
    const files = {
      'infra/rules.tf': RULES('aws_sfn_state_machine.or|ders.arn'),
      'infra/machines.tf': MACHINE('orders'),
      'other/machines.tf': MACHINE('orders'),
    };
    assert.deepEqual(await lead(definition, files), ['infra/machines.tf: "orders"']);
  });

  it('leads from a machine back to the rule that starts it', async () => {
    const files = {
      'infra/machines.tf': MACHINE('or|ders'),
      'infra/rules.tf': RULES('aws_sfn_state_machine.orders.arn'),
    };
    assert.deepEqual(await lead(workspaceReferences, files), [
      'infra/rules.tf: aws_sfn_state_machine.orders.arn',
    ]);
  });

  it('leads from a schedule by the name in an ARN, and from a pipe', async () => {
    const files = {
      'a.yaml': `Resources:
  Nightly:
    Type: AWS::Scheduler::Schedule
    Properties:
      ScheduleExpression: rate(1 day)
      Target: { Arn: !Sub 'arn:aws:glue:\${AWS::Region}:\${AWS::AccountId}:workflow/night|ly', RoleArn: !Ref R }
`,
      'b.yaml': `Resources:
  Flow: { Type: AWS::Glue::Workflow, Properties: { Name: nightly } }
`,
    };
    assert.deepEqual(await lead(definition, files), ['b.yaml: Flow']);
  });
});
