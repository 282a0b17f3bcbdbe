import { assign, inputAndOutputPath, output, parameters, resultPath, resultSelector } from './dataFlow';
import { BOTH, JSONATA, JSONPATH, defineFields, type FieldFacts } from './define';
import { errorHandling } from './errorHandling';
import { everyState } from './everyState';
import { PAGES } from './sources';
import { transitions } from './transitions';

const numberPath = (literal: string, summary: string, example: string): FieldFacts => ({
  languages: JSONPATH,
  shape: { kind: 'string', format: 'referencePath', without: ['context'] },
  excludes: [literal],
  summary,
  example,
  source: PAGES.distributedMap,
});

export const mapFields = defineFields('Map', {
  ...everyState,
  ItemProcessor: {
    languages: BOTH,
    required: { oneOf: 'processor' },
    shape: { kind: 'object', owner: 'itemProcessor' },
    excludes: ['Iterator'],
    summary: 'The machine that runs once for each item or batch.',
    limits: ['It takes no "QueryLanguage" of its own.'],
    example: '{ "StartAt": "Resize", "States": { "Resize": { "Type": "Pass", "End": true } } }',
    source: PAGES.map,
  },
  ItemsPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'referencePath' },
    summary: 'Where the array or object to iterate over stands in the state input.',
    default: '"$"',
    limits: ['It is ignored where there is an "ItemReader".'],
    example: '"$.orders"',
    source: PAGES.itemsPath,
  },
  Items: {
    languages: JSONATA,
    shape: { kind: 'payload' },
    jsonata: true,
    summary: 'The array or object to iterate over.',
    default: '"{% $states.input %}"',
    example: '"{% $states.input.orders %}"',
    source: PAGES.map,
  },
  ItemReader: {
    languages: BOTH,
    shape: { kind: 'object', owner: 'itemReader' },
    onlyWith: 'distributed',
    summary: 'Reads the items from Amazon S3: the objects of a bucket, or the records of one file.',
    example:
      '{ "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" }, "Parameters": { "Bucket": "orders", "Key": "day.json" } }',
    exampleInJsonata:
      '{ "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" }, "Arguments": { "Bucket": "orders", "Key": "day.json" } }',
    source: PAGES.itemReader,
  },
  ItemSelector: {
    languages: BOTH,
    shape: { kind: 'payload' },
    jsonata: true,
    summary:
      'Builds the input of an iteration; the item itself is "$$.Map.Item.Value" or "$states.context.Map.Item.Value".',
    default: 'the item',
    example: '{ "order.$": "$$.Map.Item.Value", "index.$": "$$.Map.Item.Index" }',
    exampleInJsonata:
      '{ "order": "{% $states.context.Map.Item.Value %}", "index": "{% $states.context.Map.Item.Index %}" }',
    source: PAGES.itemSelector,
  },
  ItemBatcher: {
    languages: BOTH,
    shape: { kind: 'object', owner: 'itemBatcher' },
    onlyWith: 'distributed',
    summary: 'Hands several items at once to a child execution, as { "BatchInput", "Items" }.',
    example: '{ "MaxItemsPerBatch": 100 }',
    source: PAGES.itemBatcher,
  },
  MaxConcurrency: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0 },
    jsonata: true,
    excludes: ['MaxConcurrencyPath'],
    summary: 'How many iterations run at a time at most; 0 sets no limit, 1 runs them in order.',
    default: '0',
    limits: [
      'Inline: about 40 at a time in any case.',
      'Distributed: 10,000 child executions at a time in any case.',
    ],
    example: '10',
    source: PAGES.map,
  },
  MaxConcurrencyPath: numberPath(
    'MaxConcurrency',
    'Where in the state input the highest number of parallel iterations stands.',
    '"$.concurrency"',
  ),
  ToleratedFailurePercentage: {
    languages: BOTH,
    shape: { kind: 'number', min: 0, max: 100 },
    jsonata: true,
    excludes: ['ToleratedFailurePercentagePath'],
    onlyWith: 'distributed',
    summary: 'The share of items that may fail before the map run fails; fractions are allowed.',
    default: '0',
    limits: ['The map run fails as soon as this or "ToleratedFailureCount" is exceeded.'],
    example: '5',
    source: PAGES.distributedMap,
  },
  ToleratedFailurePercentagePath: {
    ...numberPath(
      'ToleratedFailurePercentage',
      'Where in the state input the share of items that may fail stands.',
      '"$.toleratedPercentage"',
    ),
    onlyWith: 'distributed',
  },
  ToleratedFailureCount: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0 },
    jsonata: true,
    excludes: ['ToleratedFailureCountPath'],
    onlyWith: 'distributed',
    summary:
      'The number of items that may fail before the map run fails with "States.ExceedToleratedFailureThreshold".',
    default: '0',
    example: '10',
    source: PAGES.distributedMap,
  },
  ToleratedFailureCountPath: {
    ...numberPath(
      'ToleratedFailureCount',
      'Where in the state input the number of items that may fail stands.',
      '"$.toleratedCount"',
    ),
    onlyWith: 'distributed',
  },
  Label: {
    languages: BOTH,
    shape: { kind: 'string', format: 'label', minLength: 1, maxLength: 40 },
    onlyWith: 'distributed',
    summary: 'The name of the map run, which becomes part of its ARN.',
    default: 'a generated name',
    limits: [
      'At most 40 characters, unique in the machine.',
      'No blank, no control character, none of ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & " `.',
    ],
    example: '"Orders"',
    source: PAGES.distributedMap,
  },
  ResultWriter: {
    languages: BOTH,
    shape: { kind: 'object', owner: 'resultWriter' },
    onlyWith: 'distributed',
    summary:
      'Formats the results of the child executions, and writes them to Amazon S3 instead of the state output.',
    limits: ['It may not be empty.', 'Results over 256 KiB need it.'],
    example:
      '{ "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "results", "Prefix": "orders" } }',
    exampleInJsonata:
      '{ "Resource": "arn:aws:states:::s3:putObject", "Arguments": { "Bucket": "results", "Prefix": "orders" } }',
    source: PAGES.resultWriter,
  },
  ...inputAndOutputPath,
  ResultSelector: resultSelector,
  ResultPath: resultPath,
  Output: output(
    'What the state passes on; "$states.result" is the array of the iteration outputs.',
    'the array of the iteration outputs',
  ),
  Assign: assign('when the map has succeeded'),
  ...errorHandling,
  Iterator: {
    languages: BOTH,
    required: { oneOf: 'processor' },
    shape: { kind: 'object', owner: 'iterator' },
    excludes: ['ItemProcessor'],
    replacedBy: 'ItemProcessor',
    summary: 'The older name of "ItemProcessor".',
    example: '{ "StartAt": "Resize", "States": { "Resize": { "Type": "Pass", "End": true } } }',
    source: PAGES.map,
  },
  Parameters: {
    ...parameters('The older name of "ItemSelector".', '{ "order.$": "$$.Map.Item.Value" }'),
    replacedBy: 'ItemSelector',
  },
  ...transitions,
});
