import { argumentsField, parameters } from './dataFlow';
import { BOTH, JSONPATH, defineFields } from './define';
import { PAGES } from './sources';

export const itemReaderFields = defineFields('itemReader', {
  Resource: {
    languages: BOTH,
    required: true,
    shape: { kind: 'string', format: 'resource', resources: ['s3:getObject', 's3:listObjectsV2'] },
    summary:
      'The call that reads: "s3:getObject" for the records of one file, "s3:listObjectsV2" for the objects of a bucket.',
    example: '"arn:aws:states:::s3:getObject"',
    source: PAGES.itemReader,
  },
  Parameters: {
    ...parameters('Which bucket and key, or prefix, to read.', '{ "Bucket": "orders", "Key.$": "$.key" }'),
    source: PAGES.itemReader,
  },
  Arguments: {
    ...argumentsField(
      'Which bucket and key, or prefix, to read.',
      '{ "Bucket": "orders", "Key": "{% $states.input.key %}" }',
    ),
    source: PAGES.itemReader,
  },
  ReaderConfig: {
    languages: BOTH,
    shape: { kind: 'object', owner: 'readerConfig' },
    summary: 'The format of the data, and how much of it to read.',
    example: '{ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" }',
    source: PAGES.itemReader,
  },
});

export const readerConfigFields = defineFields('readerConfig', {
  InputType: {
    languages: BOTH,
    shape: { kind: 'string', values: ['CSV', 'JSON', 'JSONL', 'PARQUET', 'MANIFEST'] },
    summary:
      'The format of the file: delimited text, a JSON array, JSON lines, Parquet, or a manifest that lists further files.',
    limits: ['A file of 10 GB at most.'],
    example: '"JSONL"',
    source: PAGES.itemReader,
  },
  Transformation: {
    languages: BOTH,
    shape: { kind: 'string', values: ['NONE', 'LOAD_AND_FLATTEN'] },
    summary:
      'Whether listed objects are items themselves or are opened so that their records become the items.',
    default: '"NONE"',
    limits: ['LOAD_AND_FLATTEN goes with "s3:listObjectsV2" and an "InputType".'],
    example: '"LOAD_AND_FLATTEN"',
    source: PAGES.itemReader,
  },
  ManifestType: {
    languages: BOTH,
    shape: { kind: 'string', values: ['ATHENA_DATA', 'S3_INVENTORY'] },
    summary: 'Which service wrote the manifest: an Athena UNLOAD query or an S3 inventory.',
    default: '"S3_INVENTORY" where "InputType" is "MANIFEST"',
    limits: ['With ATHENA_DATA "InputType" is the format of the data files.'],
    example: '"ATHENA_DATA"',
    source: PAGES.itemReader,
  },
  CSVDelimiter: {
    languages: BOTH,
    shape: { kind: 'string', values: ['COMMA', 'PIPE', 'SEMICOLON', 'SPACE', 'TAB'] },
    summary: 'The character between the fields of a line.',
    default: '"COMMA"',
    example: '"SEMICOLON"',
    source: PAGES.itemReader,
  },
  CSVHeaderLocation: {
    languages: BOTH,
    requiredWith: { field: 'InputType', values: ['CSV'] },
    refusedWith: { field: 'InputType', values: ['JSON'] },
    shape: { kind: 'string', values: ['FIRST_ROW', 'GIVEN'] },
    summary: 'Whether the column names stand in the first row of the file or in "CSVHeaders".',
    example: '"FIRST_ROW"',
    source: PAGES.itemReader,
  },
  CSVHeaders: {
    languages: BOTH,
    requiredWith: { field: 'CSVHeaderLocation', values: ['GIVEN'] },
    refusedWith: { field: 'InputType', values: ['JSON'] },
    shape: { kind: 'array', items: { kind: 'string', format: 'text' } },
    summary: 'The column names, for a file that has no row of them.',
    limits: ['At most 10 KB of headers.', 'No name twice.'],
    example: '["id", "amount"]',
    source: PAGES.itemReader,
  },
  ItemsPointer: {
    languages: BOTH,
    shape: { kind: 'string', format: 'text' },
    jsonata: true,
    summary: 'The JSON pointer to the array inside a JSON file whose top level is an object.',
    default: 'the top level of the file',
    example: '"/orders/items"',
    source: PAGES.itemReader,
  },
  MaxItems: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0, max: 100000000 },
    jsonata: true,
    excludes: ['MaxItemsPath'],
    summary: 'How many items are read at most.',
    default: 'all, up to 100 million',
    example: '1000',
    source: PAGES.itemReader,
  },
  MaxItemsPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'referencePath', without: ['context'] },
    excludes: ['MaxItems'],
    summary: 'Where in the state input the highest number of items stands.',
    example: '"$.maxItems"',
    source: PAGES.itemReader,
  },
});

export const itemBatcherFields = defineFields('itemBatcher', {
  MaxItemsPerBatch: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0 },
    jsonata: true,
    excludes: ['MaxItemsPerBatchPath'],
    summary: 'How many items a batch holds at most.',
    example: '100',
    source: PAGES.itemBatcher,
  },
  MaxItemsPerBatchPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'referencePath', without: ['context'] },
    excludes: ['MaxItemsPerBatch'],
    summary: 'Where in the state input the highest number of items of a batch stands.',
    example: '"$.batchSize"',
    source: PAGES.itemBatcher,
  },
  MaxInputBytesPerBatch: {
    languages: BOTH,
    shape: { kind: 'integer', min: 0, max: 262144 },
    jsonata: true,
    excludes: ['MaxInputBytesPerBatchPath'],
    summary: 'How many bytes a batch holds at most, "BatchInput" included.',
    default: '262144',
    example: '131072',
    source: PAGES.itemBatcher,
  },
  MaxInputBytesPerBatchPath: {
    languages: JSONPATH,
    shape: { kind: 'string', format: 'referencePath', without: ['context'] },
    excludes: ['MaxInputBytesPerBatch'],
    summary: 'Where in the state input the highest number of bytes of a batch stands.',
    example: '"$.batchBytes"',
    source: PAGES.itemBatcher,
  },
  BatchInput: {
    languages: BOTH,
    shape: { kind: 'payload' },
    jsonata: true,
    summary: 'Data that every batch gets beside its items, as "BatchInput".',
    example: '{ "bucket.$": "$.bucket" }',
    exampleInJsonata: '{ "bucket": "{% $states.input.bucket %}" }',
    source: PAGES.itemBatcher,
  },
});

export const resultWriterFields = defineFields('resultWriter', {
  Resource: {
    languages: BOTH,
    required: { oneOf: 'destination' },
    shape: { kind: 'string', format: 'resource', resources: ['s3:putObject'] },
    summary: 'The call that writes the results: "s3:putObject".',
    example: '"arn:aws:states:::s3:putObject"',
    source: PAGES.resultWriter,
  },
  Parameters: {
    ...parameters('Bucket and prefix for the result files.', '{ "Bucket": "results", "Prefix": "orders" }'),
    requiredWith: { field: 'Resource' },
    source: PAGES.resultWriter,
  },
  Arguments: {
    ...argumentsField(
      'Bucket and prefix for the result files.',
      '{ "Bucket": "results", "Prefix": "orders" }',
    ),
    requiredWith: { field: 'Resource' },
    source: PAGES.resultWriter,
  },
  WriterConfig: {
    languages: BOTH,
    required: { oneOf: 'destination' },
    shape: { kind: 'object', owner: 'writerConfig' },
    summary: 'How the results are formatted; alone, it formats the state output and writes nothing.',
    example: '{ "Transformation": "COMPACT", "OutputType": "JSONL" }',
    source: PAGES.resultWriter,
  },
});

export const writerConfigFields = defineFields('writerConfig', {
  Transformation: {
    languages: BOTH,
    shape: { kind: 'string', values: ['NONE', 'COMPACT', 'FLATTEN'] },
    summary:
      'NONE keeps the outputs with metadata, COMPACT keeps the outputs alone, FLATTEN also joins outputs that are arrays.',
    default: '"NONE" with an export to Amazon S3, otherwise "COMPACT"',
    limits: ['The result of a failed child keeps its metadata in any case.'],
    example: '"FLATTEN"',
    source: PAGES.resultWriter,
  },
  OutputType: {
    languages: BOTH,
    shape: { kind: 'string', values: ['JSON', 'JSONL'] },
    summary: 'One JSON array, or one JSON value a line.',
    default: '"JSON"',
    example: '"JSONL"',
    source: PAGES.resultWriter,
  },
});
