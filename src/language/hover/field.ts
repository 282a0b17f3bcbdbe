import { CHOICE_OPERATORS, CHOICE_OPERATORS_SOURCE } from '../../catalog/choiceOperators';
import type { Field, ValueShape } from '../../catalog/fieldTypes';
import { requestMemberAt } from '../../model/requestPath';
import { contains } from '../../syntax/navigate';
import type { StringNode } from '../../syntax/tree';
import type { LanguageDocument } from '../document';
import { parameterCard } from '../requestCard';
import { card } from './card';
import type { Hover } from './index';

/** What a field of ASL takes and means, for the key that names it. */
export function fieldHover(document: LanguageDocument, key: StringNode): Hover | undefined {
  const owner = document.fieldOwners.find(
    ({ node }) => key.parent?.kind === 'property' && key.parent.parent === node,
  );
  const field = owner?.properties.find(({ property }) => property.key === key)?.field;
  const operator =
    owner?.kind === 'choiceRule' || owner?.kind === 'choiceCondition'
      ? CHOICE_OPERATORS.get(key.value)
      : undefined;
  if (operator) {
    const { name, operand, summary, example } = operator;
    const text = `"${name}": ${example}`;
    return {
      span: key.span,
      markdown: card({
        title: name,
        kind: operand,
        meaning: summary,
        example: { text, language: 'json' },
        source: CHOICE_OPERATORS_SOURCE,
      }),
    };
  }
  return field ? { span: key.span, markdown: fieldCard(field) } : parameterHover(document, key);
}

/** What a parameter of a request takes. */
function parameterHover({ located }: LanguageDocument, key: StringNode): Hover | undefined {
  const machine = located.stateMachines.find(({ root }) => contains(root.span, key.span.start));
  const found = machine && requestMemberAt(machine, key);
  return found && { span: key.span, markdown: parameterCard(found) };
}

/** A field as a card. */
export function fieldCard({
  name,
  shape,
  languages,
  jsonata,
  default: standard,
  required,
  ...rest
}: Field): string {
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
    example:
      rest.example === undefined ? undefined : { text: `"${name}": ${rest.example}`, language: 'json' },
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
