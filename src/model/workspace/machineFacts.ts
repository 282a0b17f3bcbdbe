import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { placeholderNames } from '../../syntax/placeholders';
import type { State, StateMachine } from '../stateMachine';
import type { TaskResource } from '../taskResources';
import type { Link, NamedPlace, PartKind, Target } from './facts';

/** Parameters that name what an optimized integration starts or calls. */
const NAMED_BY: Readonly<
  Record<string, { readonly parameter: string; readonly kind: PartKind; readonly link: Link['kind'] }>
> = {
  'lambda:invoke': { parameter: 'FunctionName', kind: 'function', link: 'calls' },
  'states:startExecution': { parameter: 'StateMachineArn', kind: 'stateMachine', link: 'starts' },
  'glue:startJobRun': { parameter: 'JobName', kind: 'glueJob', link: 'starts' },
  'glue:startCrawler': { parameter: 'Name', kind: 'glueCrawler', link: 'starts' },
  'glue:startWorkflowRun': { parameter: 'Name', kind: 'glueWorkflow', link: 'starts' },
};

/** What the tasks of a machine call and start. `own` tells what a node names in the file around the definition. */
export function machineLinks(
  from: string,
  machine: StateMachine,
  own: (node: TreeNode) => string | undefined = () => undefined,
): Link[] {
  const referred = machine.states.flatMap((state): Link[] => {
    const node = state.type === 'Task' ? get(state.node, 'Resource') : undefined;
    const id = node?.kind === 'dynamic' ? own(node) : undefined;
    if (!node || id === undefined) return [];
    return [{ from, kind: 'calls', to: { by: 'id', id }, span: node.span, state: stateFacts(state) }];
  });
  const named = machine.taskResources.flatMap((resource): Link[] => {
    const found = namedBy(resource);
    if (!found) return [];
    const { node, kind, link } = found;
    const to = target(node, kind, own);
    return to ? [{ from, kind: link, to, span: node.span, state: stateFacts(resource.state) }] : [];
  });
  return [...referred, ...named];
}

/** The states of a machine by name, those of inner levels included. */
export function namedStates({ states }: StateMachine): NamedPlace[] {
  return states.map(({ name, key }) => ({ name, span: key.span }));
}

function namedBy({
  state,
  node,
  arn,
}: TaskResource): { node: TreeNode; kind: PartKind; link: Link['kind'] } | undefined {
  // A bare placeholder in Resource is a function's ARN, or that of an activity.
  if (arn.kind === 'lambda' || /^\$\{[^}]*\}$/.test(node.value))
    return { node, kind: 'function', link: 'calls' };
  const known = NAMED_BY[`${arn.service}:${arn.action}`];
  if (!known) return undefined;
  const payload = get(state.node, 'Parameters') ?? get(state.node, 'Arguments');
  const value = get(payload, known.parameter);
  return value && { node: value, kind: known.kind, link: known.link };
}

function target(
  node: TreeNode,
  kind: PartKind,
  own: (node: TreeNode) => string | undefined,
): Target | undefined {
  const id = own(node);
  if (id !== undefined) return { by: 'id', id };
  if (node.kind !== 'string')
    return node.kind === 'dynamic' && node.names[0] ? { by: 'name', name: node.names[0], kind } : undefined;
  const [placeholder] = placeholderNames(node.value);
  if (placeholder) return { by: 'name', name: placeholder.replace(/\.Arn$/, ''), kind };
  if (node.value.startsWith('$') || node.value.startsWith('{%')) return undefined;
  return { by: 'name', name: lastPart(node.value), kind };
}

/** The name in an ARN: of `…:function:load:live` it is `load`. */
function lastPart(text: string): string {
  const afterType = /:(?:function|stateMachine|job|workflow|crawler)[:/]([^:]+)/.exec(text)?.[1];
  return afterType ?? text;
}

function stateFacts({ name, key, retriers, catchers }: State): NonNullable<Link['state']> {
  return { name, span: key.span, retries: retriers.length > 0, catches: catchers.length > 0 };
}
