import { apiErrors, apiService } from '../../catalog/api';
import { errorName } from '../../catalog/errorNames';
import { STATE_TYPE_FACTS } from '../../catalog/stateTypes';
import { parseResourceArn } from '../../expressions/resourceArn';
import type { StateMachine } from '../../model/stateMachine';
import { container } from '../../syntax/navigate';
import type { StringNode, TreeNode } from '../../syntax/tree';
import { card } from './card';
import { exampleIn } from './example';
import { resourceCard } from './resource';
import type { Hover } from './index';

/** What a fixed word stands for where it is a value: a state type, an error name, a resource. */
export function valueHover(machine: StateMachine, node: StringNode): Hover | undefined {
  const markdown = byKey(machine, node);
  return markdown === undefined ? undefined : { span: node.span, markdown };
}

function byKey(machine: StateMachine, node: StringNode): string | undefined {
  const { parent, value } = node;
  const key = parent?.kind === 'property' ? parent.name : undefined;
  if (key === 'Type') return typeCard(value, machine, container(node));
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

function typeCard(
  type: string,
  { states, queryLanguage, tree }: StateMachine,
  node: TreeNode | undefined,
): string | undefined {
  const facts = STATE_TYPE_FACTS.get(type);
  if (!facts) return undefined;
  const language = states.find((state) => state.node === node)?.queryLanguage ?? queryLanguage;
  const json = JSON.stringify(JSON.parse(facts.examples[language]), null, 2);
  return card({
    title: type,
    kind: 'state type',
    meaning: facts.summary,
    limits: facts.notes,
    example: exampleIn(tree.format, json),
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
