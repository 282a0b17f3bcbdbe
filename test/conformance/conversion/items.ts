import { Failure } from './failure';
import { asList, asObject, asText, type Json, type JsonObject } from './json';

export interface StoredObject {
  readonly Bucket: string;
  readonly Key: string;
  readonly Body: string;
}

/** What an ItemReader reads, with its arguments and numbers filled in. */
export function readItems(
  reader: JsonObject,
  args: JsonObject,
  maxItems: Json | undefined,
  stored: readonly StoredObject[],
): Json[] {
  const config = asObject(reader.ReaderConfig);
  const all = String(reader.Resource).endsWith('listObjectsV2')
    ? stored
        .filter(({ Bucket }) => Bucket === args.Bucket)
        .map(({ Key, Body }) => ({
          Etag: '"etag"',
          Key,
          LastModified: 0,
          Size: Body.length,
          StorageClass: 'STANDARD',
        }))
    : parse(config, stored.find(({ Bucket, Key }) => Bucket === args.Bucket && Key === args.Key)?.Body ?? '');
  const limit = Number(maxItems ?? 0);
  if (!Number.isInteger(limit)) throw new Failure('States.Runtime', 'MaxItems', false);
  if (limit < 0) throw new Failure('States.ItemReaderFailed', 'field MaxItems must be positive');
  return limit > 0 ? all.slice(0, limit) : all;
}

function parse(config: JsonObject, body: string): Json[] {
  if (config.InputType === 'CSV') return parseCsv(config, body);
  const value = JSON.parse(body) as Json;
  if (Array.isArray(value)) return value;
  throw new Failure('States.ItemReaderFailed', 'Attempting to map over non-iterable node.');
}

function parseCsv(config: JsonObject, body: string): Json[] {
  const rows = body
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => row.split(','));
  const headers = config.CSVHeaderLocation === 'GIVEN' ? asList(config.CSVHeaders) : (rows.shift() ?? []);
  if (new Set(headers).size < headers.length)
    throw new Failure('States.ItemReaderFailed', 'CSV headers cannot contain duplicates.');
  return rows.map((row) =>
    Object.fromEntries(headers.map((header, index) => [asText(header) ?? '', row[index] ?? ''])),
  );
}

/** Items in batches of a number at most; sizes in bytes are not looked at. */
export function batched(items: Json[], size: Json | undefined, input: Json | undefined): Json[] {
  const most = Number(size ?? items.length);
  const batches: Json[] = [];
  for (let at = 0; at < items.length; at += most)
    batches.push({
      ...(input === undefined ? {} : { BatchInput: input }),
      Items: items.slice(at, at + most),
    });
  return batches;
}
