import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import { placeholderNames } from '../../syntax/placeholders';
import type { State, StateMachine } from '../stateMachine';
import { taskCalls } from '../taskCalls';
import type { TaskResource } from '../taskResources';
import type { Link, NamedPlace, PartKind, Target } from './facts';

/** Parameters that name what a call starts or runs; `aws-sdk` calls have the names of the optimized ones. */
const NAMED_BY: Readonly<
  Record<string, { readonly parameter: string; readonly kind: PartKind; readonly link: Link['kind'] }>
> = {
  'lambda:invoke': { parameter: 'FunctionName', kind: 'function', link: 'calls' },
  'states:startExecution': { parameter: 'StateMachineArn', kind: 'stateMachine', link: 'starts' },
  'states:startSyncExecution': { parameter: 'StateMachineArn', kind: 'stateMachine', link: 'starts' },
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
    if (node?.kind !== 'dynamic') return [];
    // Only Terraform says of a name in another file that it is a function's.
    const isElsewhere = /^aws_lambda_(?:function|alias)\./.test(node.names[0] ?? '');
    const id = own(node);
    if (id === undefined && !isElsewhere) return [];
    const to: Target | undefined = id === undefined ? target(node, 'function', own) : { by: 'id', id };
    return to ? [{ from, kind: 'calls', to, span: node.span, state: stateFacts(state) }] : [];
  });
  const named = machine.taskResources.flatMap((resource): Link[] => {
    const found = namedBy(resource, taskCalls(machine).get(resource.state)?.name);
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

function namedBy(
  { state, node, arn }: TaskResource,
  call = '',
): { node: TreeNode; kind: PartKind; link: Link['kind'] } | undefined {
  // A bare placeholder in Resource is a function's ARN, or that of an activity.
  if (arn.kind === 'lambda' || /^\$\{[^}]*\}$/.test(node.value))
    return { node, kind: 'function', link: 'calls' };
  if (!Object.hasOwn(NAMED_BY, call)) return undefined;
  const known = NAMED_BY[call];
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
    return node.kind === 'dynamic' && node.names[0]
      ? { by: 'name', name: resourceIn(node.names[0]), kind }
      : undefined;
  const name = nameIn(node.value);
  const [placeholder] = placeholderNames(name ?? node.value);
  if (placeholder) return { by: 'name', name: resourceIn(placeholder), kind };
  if (name !== undefined) return { by: 'name', name, kind };
  return /^(?:\$|\{%)/.test(node.value) ? undefined : { by: 'name', name: node.value, kind };
}

/** A name without the attribute that is asked of it: `Load.Arn`, `aws_lambda_function.load.arn`. */
function resourceIn(name: string): string {
  return /^aws_\w+\.[\w-]+/.exec(name)?.[0] ?? name.replace(/\.Arn$/, '');
}

/** The name in an ARN: of `…:function:load:live` it is `load`. */
function nameIn(text: string): string | undefined {
  return /:(?:function|stateMachine|job|workflow|crawler)[:/]([\w.-]*(?:\$\{[^}]*\})?[\w.-]*)/.exec(
    text,
  )?.[1];
}

function stateFacts({ name, key, retriers, catchers }: State): NonNullable<Link['state']> {
  return { name, span: key.span, retries: retriers.length > 0, catches: catchers.length > 0 };
}
