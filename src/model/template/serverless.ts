import { MadeProperty } from '../../syntax/madeProperty';
import { LazyString } from '../../syntax/lazyString';
import { get, getItems, getObject, getString, property, walk } from '../../syntax/navigate';
import type { ObjectNode, Property, Tree, TreeNode } from '../../syntax/tree';
import { assemble } from './assemble';
import { resourcesOf } from './cloudFormation';
import { readLongForms } from './intrinsics';
import { renamed, type Names } from './renamed';
import { eventsAsSam } from './serverlessEvents';
import type { Resource, Template } from './template';

/** CloudFormation's names of what a function says. */
const FUNCTION = {
  name: 'FunctionName',
  handler: 'Handler',
  runtime: 'Runtime',
  timeout: 'Timeout',
  memorySize: 'MemorySize',
  role: 'Role',
  environment: 'Environment.Variables',
  reservedConcurrency: 'ReservedConcurrentExecutions',
  onError: 'DeadLetterConfig.TargetArn',
} as const satisfies Names;

/** The same for a state machine of the plugin for Step Functions. */
const MACHINE: Names = {
  name: 'StateMachineName',
  type: 'StateMachineType',
  role: 'RoleArn',
  definition: 'Definition',
  loggingConfig: {
    as: 'LoggingConfiguration',
    within: {
      level: 'Level',
      includeExecutionData: 'IncludeExecutionData',
      destinations: 'Destinations',
    },
  },
  tracingConfig: { as: 'TracingConfiguration', within: { enabled: 'Enabled' } },
};

/** What `provider` says for every function. */
const INHERITED = ['runtime', 'timeout', 'memorySize', 'role'] as const;

/** True for a tree that is visibly a configuration of the Serverless Framework for AWS, or the machines of one. */
export function isServerless({ root }: Tree): boolean {
  if (getString(getObject(root, 'provider'), 'name')?.value === 'aws') return true;
  return machinesIn(root).some(({ value }) => get(value, 'definition') !== undefined);
}

/** Reads a configuration of the Serverless Framework; changes its tree by `readLongForms`. */
export function buildServerless(tree: Tree): Template {
  const { root } = tree;
  readLongForms(root);
  walk(root, markPseudoParameters);
  const functions = resourcesIn(getObject(root, 'functions')?.properties, 'AWS::Lambda::Function', FUNCTION);
  const machines = resourcesIn(machinesIn(root), 'AWS::StepFunctions::StateMachine', MACHINE);
  const sections = get(root, 'resources');
  const parts = sections?.kind === 'array' ? sections.items : [sections];
  const others = parts.flatMap((part) => resourcesOf(getObject(part, 'Resources')));
  const provider = getObject(root, 'provider');
  return assemble({
    kind: 'serverless',
    tree,
    resources: [...functions, ...machines, ...others],
    policyDocuments: providerPolicy(provider),
    parameters: new Map(),
    sections: sections?.kind === 'array' ? sections.items[0] : sections,
    aliases: new Map([
      ...functions.map((resource) => [`${normalized(resource.id)}LambdaFunction`, resource] as const),
      ...machines.map((resource) => [machineId(resource), resource] as const),
    ]),
    inherited: ({ type }, name) => {
      const own = INHERITED.find((key) => FUNCTION[key] === name);
      return type === 'AWS::Lambda::Function' && own !== undefined ? get(provider, own) : undefined;
    },
    fillGap: (name) => valueAt(root, name),
  });
}

/** What `provider` lets every function do. */
function providerPolicy(provider: ObjectNode | undefined): Resource[] {
  const role = getObject(getObject(provider, 'iam'), 'role');
  const entry = property(role, 'statements') ?? property(provider, 'iamRoleStatements');
  const node = entry?.parent;
  if (!entry || !node) return [];
  const { span: key } = entry.key;
  const type = 'AWS::IAM::Policy';
  return [
    { id: 'provider', type, key, node, properties: node, writable: false, repeated: false, dependsOn: [] },
  ];
}

/** `#{AWS::Region}` is filled in by a plugin: such a text is known in part. */
function markPseudoParameters(node: TreeNode): void {
  if (node.kind === 'object') {
    for (const entry of node.properties) if (entry.value) entry.value = inPart(entry.value);
  } else if (node.kind === 'array') {
    for (const [index, item] of node.items.entries()) node.items[index] = inPart(item);
  }
}

function inPart(node: TreeNode): TreeNode {
  if (node.kind !== 'string' || !node.value.includes('#{AWS::')) return node;
  const marked = new LazyString(node.value, node.span, () => node.mapped, true, node.tag);
  marked.parent = node.parent;
  return marked;
}

/** A file of its own may hold what stands under `stepFunctions`. */
function machinesIn(root: TreeNode | undefined): readonly Property[] {
  const machines = get(get(root, 'stepFunctions') ?? root, 'stateMachines');
  return machines?.kind === 'object' ? machines.properties : [];
}

function resourcesIn(entries: readonly Property[] = [], type: string, names: Names): Resource[] {
  return entries.flatMap(({ key, value: node }) => {
    if (node?.kind !== 'object') return [];
    const dependsOn = getItems(node, 'dependsOn').flatMap((item) =>
      item.kind === 'string' ? [item.value] : [],
    );
    const properties = renamed(node, names);
    const events = eventsAsSam(key.value, node);
    const written = property(node, 'events');
    if (events && written) {
      const { span, mapped } = written.key;
      const named = { kind: 'string' as const, value: 'Events', span, mapped };
      properties.properties.push(new MadeProperty(named, properties, written.span, events));
    }
    return [
      {
        ...{ id: key.value, type, key: key.span, node, properties },
        ...{ writable: false, repeated: false, dependsOn },
      },
    ];
  });
}

/** How the framework begins a name in the stack: `load-all` is `LoadDashall`. */
function normalized(name: string): string {
  const words = name.replaceAll('-', 'Dash').replaceAll('_', 'Underscore');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The name that the plugin gives a state machine in the stack ("Adding a custom logical id for a stateMachine"). */
function machineId({ id, node }: Resource): string {
  const own = getString(node, 'id') ?? getString(node, 'name');
  return own ? normalized(own.value) : `${normalized(id)}StepFunctionsStateMachine`;
}

/** The value at `self:custom.rate`; a variable that comes from elsewhere is not known. */
function valueAt(root: TreeNode | undefined, name: string): TreeNode | undefined {
  const path = /^self:([\w.-]+)$/.exec(name.split(',')[0].trim())?.[1];
  return path?.split('.').reduce<TreeNode | undefined>((node, step) => get(node, step), root);
}
