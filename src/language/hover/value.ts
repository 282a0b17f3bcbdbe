import { apiErrors, apiService } from '../../catalog/api';
import { errorName } from '../../catalog/errorNames';
import { STATE_TYPE_FACTS } from '../../catalog/stateTypes';
import { parseResourceArn } from '../../expressions/resourceArn';
import type { StringNode } from '../../syntax/tree';
import { card } from './card';
import { resourceCard } from './resource';
import type { Hover } from './index';

/** What a fixed word stands for where it is a value: a state type, an error name, a resource. */
export function valueHover(node: StringNode): Hover | undefined {
  const markdown = byKey(node);
  return markdown === undefined ? undefined : { span: node.span, markdown };
}

function byKey({ parent, value }: StringNode): string | undefined {
  const key = parent?.kind === 'property' ? parent.name : undefined;
  if (key === 'Type') return typeCard(value);
  if (key === 'Resource') return resourceCard(parseResourceArn(value));
  if (
    parent?.kind === 'array' &&
    parent.parent?.kind === 'property' &&
    parent.parent.name === 'ErrorEquals'
  ) {
    return errorCard(value);
  }
  return undefined;
}

function typeCard(type: string): string | undefined {
  const facts = STATE_TYPE_FACTS.get(type);
  if (!facts) return undefined;
  const example = { text: JSON.stringify(JSON.parse(facts.examples.JSONPath), null, 2), language: 'json' };
  return card({
    title: type,
    kind: 'state type',
    meaning: facts.summary,
    limits: facts.notes,
    example,
    source: facts.source,
  });
}

const CATCHABLE = {
  always: '',
  byName: 'Caught only where it is named: "States.ALL" does not stand for it.',
  never: 'Ends the execution: neither Retry nor Catch can answer to it.',
} as const;

function errorCard(name: string): string | undefined {
  const error = errorName(name);
  if (!error) return apiErrorCard(name);
  const limits = [
    CATCHABLE[error.catchable],
    error.transient ? 'Passes: a later try may succeed.' : '',
    error.note ?? '',
  ];
  return card({
    title: error.name,
    kind: 'error name',
    meaning: error.meaning,
    limits: limits.filter(Boolean),
    source: error.source,
  });
}

/** An error that only the catalogue of APIs knows. */
function apiErrorCard(name: string): string | undefined {
  const [prefix, ...rest] = name.split('.');
  const service = apiService(prefix.toLowerCase());
  if (!service || !apiErrors(service.service).has([service.prefix, ...rest].join('.'))) return undefined;
  return card({ title: name, kind: 'error name', meaning: `An error that ${service.title} reports.` });
}
