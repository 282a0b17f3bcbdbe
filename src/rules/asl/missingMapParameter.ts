import type { MapParameter } from '../../catalog/mapRequests';
import { nearest } from '../../expressions/nearest';
import { parametersOfMap } from '../../model/mapRequest';
import type { FieldOwner } from '../../model/owners';
import { TreeEditor } from '../../syntax/edit';
import { headingOf } from '../../syntax/heading';
import { property } from '../../syntax/navigate';
import type { ObjectNode, Property, Tree } from '../../syntax/tree';
import { defineRule, type Finding, type Fix } from '../rule';
import { thisOwner } from './ownerNames';

export default defineRule({
  id: 'asl/missing-map-parameter',
  subject: 'owner',
  only: ({ kind }) => kind === 'itemReader' || kind === 'resultWriter',
  severity: 'warning',
  summary: 'The reader and the writer of a Map say which bucket, and which file.',
  why: 'The Map fails each time that it is entered when it cannot read its items, or has no place for its results.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html',
  note: 'step-functions#distributed-map',
  bad: [
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", «"Parameters"»: { "Bucket.$": "$.bucket" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket.$": "$.bucket", "Key": "" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
    {
      text: '{ "QueryLanguage": "JSONata", "StartAt": "M", "States": { "M": { "Type": "Map", «"ItemReader"»: { "Resource": "arn:aws:states:::s3:listObjectsV2" }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "QueryLanguage": "JSONata", "StartAt": "M", "States": { "M": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "Arguments": {"Bucket":""} }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
    {
      text: '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { «"bucket"»: "b" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
      fixed:
        '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "b" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    },
  ],
  good: [
    '{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": { "Bucket.$": "$.bucket" } }, "ResultWriter": { "WriterConfig": { "OutputType": "JSONL" } }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
    '{ "QueryLanguage": "JSONata", "StartAt": "M", "States": { "M": { "Type": "Map", "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Arguments": "{% $states.input.file %}" }, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }, "End": true } } }',
  ],

  check(owner, { machine: { tree } }) {
    const required = parametersOfMap(owner.node).filter((parameter) => parameter.required);
    if (required.length === 0) return undefined;
    const request = property(owner.node, 'Parameters') ?? property(owner.node, 'Arguments');
    if (request?.value?.kind === 'object') return inRequest(tree, request, request.value, required);
    // A writer without a request is refused, and a misspelt field told where it stands.
    if (request || owner.kind !== 'itemReader' || owner.layout.hasUnknown) return undefined;
    return [withoutRequest(tree, owner, required)];
  },
});

function inRequest(
  tree: Tree,
  { key: heading }: Property,
  request: ObjectNode,
  required: readonly MapParameter[],
): Finding[] {
  const editor = new TreeEditor(tree);
  const given = request.properties.map(({ name }) => name);
  const bare = (name: string): string => name.replace(/\.\$$/, '');
  return required
    .filter(({ name }) => !given.some((one) => bare(one) === name))
    .map(({ name }) => {
      const message = `This request names no "${name}".`;
      const misspelt = request.properties.find((one) => nearest(bare(one.name), [name]));
      if (!misspelt) {
        const fix: Fix = { title: `Add "${name}"`, edits: [editor.add(request, name, '')] };
        return { span: heading.span, message, fixes: [fix] };
      }
      const whole = misspelt.name.endsWith('.$') ? `${name}.$` : name;
      const fix: Fix = { title: `Rename to "${whole}"`, edits: [editor.rename(misspelt, whole)] };
      return { span: misspelt.key.span, message, fixes: [fix] };
    });
}

function withoutRequest(tree: Tree, owner: FieldOwner, required: readonly MapParameter[]): Finding {
  const { node, queryLanguage } = owner;
  const field = queryLanguage === 'JSONata' ? 'Arguments' : 'Parameters';
  const request = Object.fromEntries(required.map(({ name }) => [name, '']));
  return {
    span: headingOf(tree, node),
    message: `${thisOwner(owner)} has no "${field}" that say what it reads.`,
    fixes: [{ title: `Add "${field}"`, edits: [new TreeEditor(tree).add(node, field, request)] }],
  };
}
