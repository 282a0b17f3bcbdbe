import type { Template } from '../../model/template';
import { TreeEditor, type PlainValue, type TextEdit } from '../../syntax/edit';
import { getObject } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import type { Fix } from '../rule';
import { freeId, getAtt } from './targetRole';

/** Gives what SAM starts a queue for failed events; SAM makes the queue and its policy. */
export function samDeadLetters(event: ObjectNode, { tree }: Template): Fix[] {
  const edit = new TreeEditor(tree).add(event, 'DeadLetterConfig', { Type: 'SQS' });
  return [{ title: 'Keep failed events in a queue', edits: [edit] }];
}

/** Adds a queue for failed events that EventBridge may send to, and names it in a target. */
export function ruleDeadLetters(target: ObjectNode, rule: string, template: Template): Fix[] {
  const resources = getObject(template.tree.root, 'Resources');
  if (!resources) return [];
  const editor = new TreeEditor(template.tree);
  const queue = freeId(`${rule}DeadLetters`, template);
  return [
    {
      title: `Keep failed events in a queue "${queue}"`,
      edits: [
        editor.add(target, 'DeadLetterConfig', { Arn: getAtt(queue, 'Arn') }),
        editor.add(resources, queue, { Type: 'AWS::SQS::Queue' }),
        addQueuePolicy(queue, template),
      ],
    },
  ];
}

/** Lets EventBridge send to a queue of the template. */
export function addQueuePolicy(queue: string, template: Template): TextEdit | undefined {
  return addPolicy(
    template,
    `${queue}Policy`,
    'AWS::SQS::QueuePolicy',
    'Queues',
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sqs:SendMessage',
      Resource: getAtt(queue, 'Arn'),
    },
    { Ref: queue },
  );
}

/** Lets EventBridge publish to a topic of the template. */
export function addTopicPolicy(topic: string, template: Template): TextEdit | undefined {
  return addPolicy(
    template,
    `${topic}Policy`,
    'AWS::SNS::TopicPolicy',
    'Topics',
    {
      Effect: 'Allow',
      Principal: { Service: 'events.amazonaws.com' },
      Action: 'sns:Publish',
      Resource: { Ref: topic },
    },
    { Ref: topic },
  );
}

function addPolicy(
  template: Template,
  id: string,
  type: string,
  on: string,
  statement: PlainValue,
  reference: PlainValue,
): TextEdit | undefined {
  const resources = getObject(template.tree.root, 'Resources');
  if (!resources) return undefined;
  return new TreeEditor(template.tree).add(resources, freeId(id, template), {
    Type: type,
    Properties: {
      [on]: [reference],
      PolicyDocument: { Version: '2012-10-17', Statement: [statement] },
    },
  });
}
