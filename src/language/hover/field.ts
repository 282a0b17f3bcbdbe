import { CHOICE_OPERATORS, CHOICE_OPERATORS_SOURCE } from '../../catalog/choiceOperators';
import { exampleOf } from '../../catalog/fields';
import type { Field, QueryLanguage, ValueShape } from '../../catalog/fieldTypes';
import { mapParameterAt } from '../../model/mapRequest';
import type { FieldOwner } from '../../model/owners';
import { requestMemberAt } from '../../model/requestPath';
import { contains } from '../../syntax/navigate';
import type { Format, StringNode } from '../../syntax/tree';
import type { LanguageDocument } from '../document';
import { parameterCard } from '../requestCard';
import { card } from './card';
import { memberIn } from './example';
import type { Hover } from './index';

/** What a field of ASL takes and means, for the key that names it. */
export function fieldHover(
  document: LanguageDocument,
  key: StringNode,
  format: Format,
  data: readonly string[] = [],
): Hover | undefined {
  const [owner, field] = fieldAt(document, key);
  const operator =
    owner?.kind === 'choiceRule' || owner?.kind === 'choiceCondition'
      ? CHOICE_OPERATORS.get(key.value)
      : undefined;
  if (operator) {
    const { name, operand, summary, example } = operator;
    return {
      span: key.span,
      markdown: card({
        title: name,
        kind: operand,
        meaning: summary,
        example: memberIn(format, name, example),
        source: CHOICE_OPERATORS_SOURCE,
      }),
    };
  }
  if (field) return { span: key.span, markdown: fieldCard(field, format, owner?.queryLanguage, data) };
  return parameterHover(document, key) ?? mapParameterHover(key);
}

function fieldAt(document: LanguageDocument, key: StringNode): [owner?: FieldOwner, field?: Field] {
  const { parent } = key;
  const owner = document.fieldOwners.find(
    ({ node }) => parent?.kind === 'property' && parent.parent === node,
  );
  return [owner, owner?.fields[owner.node.properties.findIndex((entry) => entry.key === key)]];
}

/** What a field takes, for one of its fixed words: `"FULL"`, `"DISTRIBUTED"`. */
export function wordHover(document: LanguageDocument, word: StringNode, format: Format): Hover | undefined {
  const key = word.parent?.kind === 'property' ? word.parent.key : undefined;
  const [owner, field] = key ? fieldAt(document, key) : [];
  if (field?.shape.kind !== 'string' || !field.shape.values?.includes(word.value)) return undefined;
  return { span: word.span, markdown: fieldCard(field, format, owner?.queryLanguage) };
}

/** What a parameter of a request takes. */
function parameterHover({ located }: LanguageDocument, key: StringNode): Hover | undefined {
  const machine = located.stateMachines.find(({ root }) => contains(root.span, key.span.start));
  const found = machine && requestMemberAt(machine, key);
  return found && { span: key.span, markdown: parameterCard(found) };
}

/** What a parameter of a Map's reader or writer is. */
function mapParameterHover(key: StringNode): Hover | undefined {
  const parameter = mapParameterAt(key);
  if (!parameter) return undefined;
  const { name, required, meaning, source } = parameter;
  const kind = required ? 'string · required' : 'string';
  return { span: key.span, markdown: card({ title: name, kind, meaning, source }) };
}

/** A field as a card, with the example of a query language in the format of the file. */
export function fieldCard(
  field: Field,
  format: Format,
  language: QueryLanguage = 'JSONPath',
  data: readonly string[] = [],
): string {
  const { name, shape, languages, jsonata, default: standard, required, ...rest } = field;
  const example = exampleOf(field, language);
  const kind = [
    describeShape(shape),
    jsonata && languages.includes('JSONata') ? 'or `{% … %}` in JSONata' : '',
    languages.length === 1 ? `${languages[0]} only` : '',
    required === true ? 'required' : '',
    standard === undefined ? '' : `default ${/^[\w".{[-]+$/.test(standard) ? `\`${standard}\`` : standard}`,
  ];
  const limits = [...(rest.limits ?? [])];
  if (rest.replacedBy)
    limits.push(`Write \`${rest.replacedBy}\` instead: this one is kept for older definitions.`);
  const values = shape.kind === 'string' ? shape.values : undefined;
  if (values) limits.push(`One of ${values.map((value) => `\`${value}\``).join(', ')}.`);
  return card({
    title: name,
    kind: kind.filter(Boolean).join(' · '),
    meaning: rest.summary,
    limits,
    example: example === undefined ? undefined : memberIn(format, name, example),
    data,
    source: rest.source,
  });
}

const FORMATS: Readonly<Record<string, string>> = {
  stateName: 'name of a state',
  referencePath: 'reference path',
  path: 'JSONPath',
  pathOrIntrinsic: 'JSONPath or intrinsic function',
  timestamp: 'timestamp',
  resource: 'ARN',
  label: 'label',
};

function describeShape(shape: ValueShape): string {
  switch (shape.kind) {
    case 'string':
      return FORMATS[shape.format ?? ''] ?? 'string';
    case 'number':
    case 'integer':
      return [shape.kind, range(shape.min, shape.max)].filter(Boolean).join(' ');
    case 'payload':
      return 'payload template';
    case 'any':
      return 'any JSON';
    case 'array':
      return 'array';
    case 'states':
      return 'states by name';
    default:
      return shape.kind;
  }
}

function range(min: number | undefined, max: number | undefined): string {
  const number = (value: number): string => value.toLocaleString('en-US');
  if (min !== undefined && max !== undefined) return `${number(min)} to ${number(max)}`;
  if (min !== undefined) return `${number(min)} or more`;
  return max === undefined ? '' : `up to ${number(max)}`;
}
