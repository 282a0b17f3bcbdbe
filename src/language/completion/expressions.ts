import { CONTEXT_OBJECT } from '../../catalog/contextObject';
import { INTRINSICS } from '../../catalog/intrinsics';
import { JSONATA_FUNCTIONS, jsonataSignature } from '../../catalog/jsonataFunctions';
import { dataPlaceAt } from '../../model/dataFlow';
import { reservedFields } from '../../model/reservedFields';
import { isKey } from '../../syntax/navigate';
import type { StringNode } from '../../syntax/tree';
import { assignedNames } from './assignedNames';
import { dataFieldItems } from './dataFields';
import type { Item } from './item';
import type { Place } from './place';
import { stop } from './stops';
import { writerFor, type Draft } from './stringWriter';
import { textToBegin } from './textToBegin';
import type { ItemWriter } from './write';

/** What can go on inside a path, an intrinsic function or a `{% %}`. */
export function expressionItems(place: Place, offset: number, writer: ItemWriter): Item[] {
  const string = place.cursor.string ?? textToBegin(place, writer);
  if (!string) return [];
  const { text } = string.mapped;
  const at = string.mapped.fromHost(offset);
  if (place.language === 'JSONata') {
    if (text.startsWith('{%')) return jsonataItems(place, string, at);
    return text.trim() === '' && takesJsonata(place, string) ? wholeJsonataItems(place, string) : [];
  }
  return takesPath(place, string) ? pathItems(place, string, at) : [];
}

/** A value that `{% %}` may stand for: of a field that takes it, or anywhere in a payload. */
function takesJsonata({ shape, field, inside }: Place, string: StringNode): boolean {
  if (isKey(string) || !field) return false;
  if (inside.length > 0) return shape?.kind === 'payload';
  return field.jsonata === true || (shape?.kind === 'payload' && shape.object !== true);
}

/** Whole expressions, where no text has begun yet: the likely ones, and an empty one in which more is offered. */
function wholeJsonataItems(place: Place, string: StringNode): Item[] {
  const end = string.mapped.text.length;
  const add = writerFor(place, string, 0, end);
  const where = dataPlaceAt(place.machine, string.span.start);
  const here = where && reservedFields(where.owner, where.field);
  // True and false are what one hardly writes.
  const first = place.shape?.kind === 'boolean' ? -5 : 5;
  const whole = (text: string, draft: Draft): Item =>
    add(`{% ${text} %}`, { ...draft, rank: first + 1 + draft.rank / 10 });
  return [
    add('{% %}', {
      kind: 'snippet',
      detail: 'an expression',
      rank: first + 0.5,
      text: `{% ${stop(1)} %}`,
      asksOn: true,
    }),
    ...STATES_FIELDS.filter(([name]) => (here ?? ['input', 'context']).includes(name)).map(
      ([name, doc], rank) =>
        whole(`$states.${name}`, {
          kind: 'variable',
          detail: 'reserved',
          documentation: doc,
          // What a call gave back, or what went wrong, is what the field is there for.
          rank: name === 'result' || name === 'errorOutput' ? -1 : rank,
        }),
    ),
    ...assignedNames(place.scope).map((name) =>
      whole(`$${name}`, { kind: 'variable', detail: 'variable', rank: 5 }),
    ),
  ];
}

/** A field that takes a path, or the value of a key that ends in `.$`. */
function takesPath({ language, shape, field }: Place, { parent }: StringNode): boolean {
  if (language !== 'JSONPath') return false;
  if (parent?.kind === 'property' && parent.name.endsWith('.$')) return true;
  const format = shape?.kind === 'string' ? shape.format : undefined;
  return (
    field !== undefined && (format === 'path' || format === 'referencePath' || format === 'pathOrIntrinsic')
  );
}

function pathItems(place: Place, string: StringNode, at: number): Item[] {
  const word = /(\$\$?[\w.]*|[\w.]*)$/.exec(string.mapped.text.slice(0, at))?.[0] ?? '';
  const suffixed = string.parent?.kind === 'property' && string.parent.name.endsWith('.$');
  const add = writerFor(place, string, at - word.length, at);
  const { format, without = [] } = place.shape?.kind === 'string' ? place.shape : {};
  const context = (without.includes('context') ? [] : CONTEXT_OBJECT).map(({ path, type, doc }) =>
    add(`$$.${path}`, { kind: 'value', detail: type, documentation: doc, rank: 3 }),
  );
  const variables = (without.includes('variable') ? [] : assignedNames(place.scope)).map((name) =>
    add(`$${name}`, { kind: 'variable', detail: 'variable', rank: 1 }),
  );
  const functions =
    suffixed || format === 'pathOrIntrinsic'
      ? INTRINSICS.map(({ name, doc, parameters, returns }) =>
          add(name, {
            kind: 'function',
            detail: returns,
            documentation: doc,
            rank: 4,
            text: `${name}(${parameters.length > 0 ? stop(1) : ''})`,
          }),
        )
      : [];
  return [
    ...dataFieldItems(place, string, at),
    add('$', { kind: 'value', detail: 'the input', rank: 0 }),
    add('$.', { kind: 'value', detail: 'a field of the input', rank: 0 }),
    ...variables,
    ...context,
    ...functions,
  ];
}

const STATES_FIELDS: readonly [name: string, doc: string][] = [
  ['input', 'The input of the state.'],
  ['result', 'What the task, the Map or the Parallel gave back.'],
  ['errorOutput', 'The error that was caught, in a catcher.'],
  ['context', 'The context object.'],
];

function jsonataItems(place: Place, string: StringNode, at: number): Item[] {
  const word = /\$[\w.]*$/.exec(string.mapped.text.slice(0, at))?.[0] ?? '';
  const add = writerFor(place, string, at - word.length, at);
  const where = dataPlaceAt(place.machine, string.span.start);
  const here = where && reservedFields(where.owner, where.field);
  const states = STATES_FIELDS.filter(([name]) => !here || here.includes(name)).map(([name, doc], index) =>
    add(`$states.${name}`, { kind: 'variable', detail: 'reserved', documentation: doc, rank: index / 10 }),
  );
  const context = CONTEXT_OBJECT.map(({ path, type, doc }) =>
    add(`$states.context.${path}`, { kind: 'value', detail: type, documentation: doc, rank: 3 }),
  );
  const variables = assignedNames(place.scope).map((name) =>
    add(`$${name}`, { kind: 'variable', detail: 'variable', rank: 1 }),
  );
  const functions = JSONATA_FUNCTIONS.map((one) =>
    add(`$${one.name}`, {
      kind: 'function',
      detail: jsonataSignature(one),
      documentation: one.doc,
      rank: one.added ? 2 : 4,
      text: `$${one.name}(${one.parameters.length > 0 ? stop(1) : ''})`,
    }),
  );
  return [...dataFieldItems(place, string, at), ...states, ...variables, ...functions, ...context];
}
