import { STATUS_CHANGES } from '../../catalog/statusChanges';
import { eventRulesOf } from '../../model/resources/eventRules';
import { exactTexts, patternFields, patternOf, treeOfPattern } from '../../model/resources/patterns';
import type { TargetService } from '../../model/resources/targets';
import { TreeEditor, type TextEdit } from '../../syntax/edit';
import { getObject } from '../../syntax/navigate';
import type { Tree, TreeNode } from '../../syntax/tree';
import { defineRule } from '../rule';

/** Targets that keep events or pass them on: all of them are wanted there. */
const KEEPERS: ReadonlySet<TargetService | undefined> = new Set<TargetService>([
  'logs',
  'bus',
  'firehose',
  'kinesis',
]);

export default defineRule({
  id: 'eventbridge/status-change-unfiltered',
  subject: 'template',
  severity: 'warning',
  summary: 'A rule for changes of a status says for which status it is.',
  why: 'A service sends such an event for every status, so that the target is also started when work begins, or ends well. Work that should follow a failure then follows a success.',
  reference: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-patterns-best-practices.html',
  note: 'eventbridge',
  bad: [
    {
      text: `Resources:
  Alert: { Type: AWS::SNS::Topic }
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.glue]
        «detail-type: [Glue Job State Change]»
        detail:
          jobName: [load]
      Targets: [{ Id: alert, Arn: !Ref Alert }]
`,
      fixed: `Resources:
  Alert: { Type: AWS::SNS::Topic }
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.glue]
        detail-type: [Glue Job State Change]
        detail:
          jobName: [load]
          state: [FAILED, TIMEOUT]
      Targets: [{ Id: alert, Arn: !Ref Alert }]
`,
    },
    {
      text: `{ "Resources": {
  "Alert": { "Type": "AWS::Serverless::Function", "Properties": { "Events": { "Ended": { "Type": "EventBridgeRule", "Properties": {
    "Pattern": {
      "source": ["aws.states"],
      «"detail-type": ["Step Functions Execution Status Change"]»
    } } } } } }
} }`,
      fixed: `{ "Resources": {
  "Alert": { "Type": "AWS::Serverless::Function", "Properties": { "Events": { "Ended": { "Type": "EventBridgeRule", "Properties": {
    "Pattern": {
      "source": ["aws.states"],
      "detail-type": ["Step Functions Execution Status Change"],
      "detail": {
        "status": [
          "FAILED",
          "TIMED_OUT",
          "ABORTED"
        ]
      }
    } } } } } }
} }`,
    },
  ],
  good: [
    `Resources:
  Alert: { Type: AWS::SNS::Topic }
  Logs: { Type: AWS::Logs::LogGroup }
  Failed:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { source: [aws.batch], detail-type: [Batch Job State Change], detail: { status: [FAILED] } }
      Targets: [{ Id: alert, Arn: !Ref Alert }]
  Audit:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: { detail-type: [Batch Job State Change] }
      Targets: [{ Id: log, Arn: !GetAtt Logs.Arn }]
`,
  ],

  *check({ located, template }) {
    for (const rule of eventRulesOf(located)) {
      if (rule.targets.length === 0 || rule.targets.every(({ service }) => KEEPERS.has(service))) continue;
      for (const embedded of rule.patterns) {
        const fields = patternFields(patternOf(embedded));
        const type = fields.find(({ path }) => path === 'detail-type');
        const change =
          type && STATUS_CHANGES.find(({ detailType }) => exactTexts(type)?.includes(detailType));
        if (!change || fields.some(({ path }) => change.filters.some((name) => path === `detail.${name}`)))
          continue;
        const tree = template.kind === 'terraform' ? undefined : treeOfPattern(embedded, template);
        const edit =
          tree && addFilter(embedded.text?.root ?? embedded.node, change.filters[0], change.failed, tree);
        yield {
          span: { start: type.key.span.start, end: type.span.end },
          message: `"${rule.name}" takes "${change.detailType}" events of every status: ${change.values.join(', ')}.`,
          fixes: edit ? [{ title: `Take only ${change.failed.join(', ')}`, edits: [edit] }] : [],
        };
      }
    }
  },
});

function addFilter(
  root: TreeNode,
  field: string,
  values: readonly string[],
  tree: Tree,
): TextEdit | undefined {
  if (root.kind !== 'object') return undefined;
  const editor = new TreeEditor(tree);
  const detail = getObject(root, 'detail');
  return detail ? editor.add(detail, field, values) : editor.add(root, 'detail', { [field]: values });
}
