import type { PatternDialect } from './dialects';
import type { EventPattern } from './eventPattern';
import { fieldsOf } from './limits';

type Json = Readonly<Record<string, unknown>>;

/** The parts of a record that a filter reads as JSON where the pattern asks for something in them. */
const PAYLOADS = ['body', 'data', 'value'] as const;

/**
 * What a pattern is asked about when an event comes: on a bus the event as it is, in a pipe and in
 * Lambda each record with its payload read as JSON, in SNS the message's attributes or its body. What
 * is no event of that kind is taken as it is.
 */
export function seenBy(
  dialect: PatternDialect,
  pattern: Pick<EventPattern, 'root'>,
  event: unknown,
): unknown[] {
  switch (dialect) {
    case 'pipe':
    case 'lambda':
      return recordsOf(event).map((record) => withPayload(record, pattern));
    case 'snsAttributes':
      return messagesOf(event).map(attributesOf);
    case 'snsBody':
      return messagesOf(event).map(bodyOf);
    default:
      return Array.isArray(event) ? event : [event];
  }
}

/** `{ "Records": […] }` as Lambda gets it, `{ "records": { "topic-0": […] } }` of Kafka, or a list. */
function recordsOf(event: unknown): unknown[] {
  if (Array.isArray(event)) return event;
  if (!isObject(event)) return [event];
  if (Array.isArray(event.Records)) return event.Records.map(flat);
  if (isObject(event.records)) return Object.values(event.records).flat();
  return [flat(event)];
}

/** Lambda gets the parts of a Kinesis record one level deeper than its filter names them. */
function flat(record: unknown): unknown {
  if (!isObject(record) || !isObject(record.kinesis)) return record;
  const { kinesis, ...rest } = record;
  return { ...rest, ...kinesis };
}

function withPayload(record: unknown, { root }: Pick<EventPattern, 'root'>): unknown {
  if (!isObject(record)) return record;
  const plain = new Set(root ? fieldsOf(root).map(({ path }) => path) : []);
  const read: Record<string, unknown> = {};
  for (const name of PAYLOADS) {
    const value = record[name];
    if (typeof value !== 'string') continue;
    const text = name === 'body' ? value : decoded(value);
    read[name] = plain.has(name) ? text : (parsed(text) ?? text);
  }
  return { ...record, ...read };
}

function decoded(text: string): string {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(atob(text), (character) => character.charCodeAt(0)),
    );
  } catch {
    // Not Base64 of a text: the payload as it is.
    return text;
  }
}

function messagesOf(event: unknown): unknown[] {
  if (!isObject(event) || !Array.isArray(event.Records)) return [event];
  return event.Records.map((record: unknown) =>
    isObject(record) && isObject(record.Sns) ? record.Sns : record,
  );
}

/** `MessageAttributes` with `Type` and `Value`, or `DataType` and `StringValue`, by name. */
function attributesOf(message: unknown): unknown {
  if (!isObject(message) || !isObject(message.MessageAttributes)) return message;
  return Object.fromEntries(
    Object.entries(message.MessageAttributes).map(([name, attribute]) => [name, valueOf(attribute)]),
  );
}

function valueOf(attribute: unknown): unknown {
  if (!isObject(attribute)) return attribute;
  const type = attribute.Type ?? attribute.DataType;
  const value = attribute.Value ?? attribute.StringValue;
  if (typeof value !== 'string') return value ?? null;
  if (type === 'Number') return Number(value);
  return type === 'String.Array' ? (parsed(value) ?? value) : value;
}

function bodyOf(message: unknown): unknown {
  if (!isObject(message) || typeof message.Message !== 'string') return message;
  return parsed(message.Message) ?? message.Message;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A payload need not be JSON.
    return undefined;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
