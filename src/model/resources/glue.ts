import { get, getItems, getObject, property } from '../../syntax/navigate';
import type { ObjectNode, Property, Span, TreeNode } from '../../syntax/tree';
import type { Resource, Template } from '../template';
import { oncePer } from '../oncePer';

/** The jobs, crawlers, triggers and workflows of AWS Glue that a template declares. */
export interface GlueDeclarations {
  readonly jobs: readonly GlueJob[];
  readonly crawlers: readonly Resource[];
  readonly triggers: readonly GlueTrigger[];
  readonly workflows: readonly GlueWorkflow[];
}

export interface GlueJob {
  readonly resource: Resource;
  /** `glueetl`, `pythonshell`, `gluestreaming`, `glueray`; absent where it is not known. */
  readonly command?: string;
  /** Where the script lies: a URI of S3 with gaps, or a path. */
  readonly script?: TreeNode;
  readonly version?: string;
  /** `--key: value`. */
  readonly arguments: readonly Property[];
}

export interface GlueTrigger {
  readonly resource: Resource;
  readonly type?: string;
  readonly typeNode?: TreeNode;
  /** What the trigger belongs to, as `GlueWorkflow.key`; absent for a trigger of its own. */
  readonly workflow?: string;
  readonly actions: readonly GlueNamed[];
  /** What a conditional trigger waits for. */
  readonly conditions: readonly GlueCondition[];
  readonly logical: 'AND' | 'ANY';
}

/** A job or crawler where a trigger names it. */
export interface GlueNamed {
  readonly kind: 'job' | 'crawler';
  /** The same for all places that name one thing; absent where the name is not known. */
  readonly key?: string;
  /** What people call it. */
  readonly label: string;
  readonly span: Span;
  readonly node: ObjectNode;
  readonly resource?: Resource;
}

export interface GlueCondition extends GlueNamed {
  /** `State` or `CrawlState`, in the case of the text. */
  readonly state?: string;
  readonly stateNode?: TreeNode;
}

export interface GlueWorkflow {
  readonly key: string;
  /** Absent where only triggers name it. */
  readonly resource?: Resource;
  readonly label: string;
  readonly triggers: readonly GlueTrigger[];
}

/** What a template declares of AWS Glue, in document order. */
export const glueOf = oncePer((template: Template): GlueDeclarations => readGlue(template));

function readGlue(template: Template): GlueDeclarations {
  const triggers = template.ofType('AWS::Glue::Trigger').map((resource) => triggerOf(resource, template));
  const declared = template.ofType('AWS::Glue::Workflow').map((resource) => ({
    key: keyOf(resource),
    resource,
    label: template.literal(get(resource.properties, 'Name')) ?? resource.id,
  }));
  const known = new Set(declared.map(({ key }) => key));
  const others = new Set(
    triggers.flatMap(({ workflow }) => (workflow && !known.has(workflow) ? workflow : [])),
  );
  return {
    jobs: template.ofType('AWS::Glue::Job').map((resource) => jobOf(resource, template)),
    crawlers: template.ofType('AWS::Glue::Crawler'),
    triggers,
    workflows: [...declared, ...[...others].map((key) => ({ key, label: labelOfKey(key) }))].map(
      (workflow) => ({
        ...workflow,
        triggers: triggers.filter((trigger) => trigger.workflow === workflow.key),
      }),
    ),
  };
}

function jobOf(resource: Resource, template: Template): GlueJob {
  const command = getObject(resource.properties, 'Command');
  const name = get(command, 'Name');
  const word = template.literal(name);
  return {
    resource,
    // Terraform leaves the command of a Spark job out.
    command: name ? (word?.includes('${') ? undefined : word) : command ? 'glueetl' : undefined,
    script: get(command, 'ScriptLocation'),
    version: template.literal(get(resource.properties, 'GlueVersion')),
    arguments: getObject(resource.properties, 'DefaultArguments')?.properties ?? [],
  };
}

function triggerOf(resource: Resource, template: Template): GlueTrigger {
  const { properties } = resource;
  const typeNode = get(properties, 'Type');
  const predicate = get(properties, 'Predicate');
  const named = (item: TreeNode): GlueNamed[] => namedIn(item, template);
  return {
    resource,
    type: template.literal(typeNode)?.toUpperCase(),
    typeNode,
    workflow: workflowKey(get(properties, 'WorkflowName'), template),
    actions: getItems(properties, 'Actions').flatMap(named),
    conditions: getItems(predicate, 'Conditions').flatMap((item) => {
      const stateNode = get(item, 'State') ?? get(item, 'CrawlState');
      return named(item).map((found) => ({ ...found, state: template.literal(stateNode), stateNode }));
    }),
    logical: template.literal(get(predicate, 'Logical')) === 'ANY' ? 'ANY' : 'AND',
  };
}

/** The key of the workflow that a value names: by reference, by the name of a workflow of this template, or by text. */
function workflowKey(node: TreeNode | undefined, template: Template): string | undefined {
  return node && nameOf(node, 'AWS::Glue::Workflow', template).key;
}

function namedIn(item: TreeNode, template: Template): GlueNamed[] {
  if (item.kind !== 'object') return [];
  const job = property(item, 'JobName');
  const written = job ?? property(item, 'CrawlerName');
  if (!written?.value) return [];
  const kind = job ? 'job' : 'crawler';
  const type = job ? 'AWS::Glue::Job' : 'AWS::Glue::Crawler';
  return [{ kind, span: written.value.span, node: item, ...nameOf(written.value, type, template) }];
}

function nameOf(
  node: TreeNode,
  type: string,
  template: Template,
): { key?: string; label: string; resource?: Resource } {
  const reference = template.reference(node);
  const referred = template.byId.get(reference?.resource ?? '');
  if (referred?.repeated) {
    // `aws_glue_job.this["load"].name`: one of several, told apart by how it is written.
    const { source } = template.tree;
    const written = source.text.slice(source.fromHost(node.span.start), source.fromHost(node.span.end));
    return { key: `${keyOf(referred)} ${written}`, label: written, resource: referred };
  }
  if (referred) return { key: keyOf(referred), label: referred.id, resource: referred };
  const text = template.literal(node);
  const byName =
    text === undefined
      ? undefined
      : template.ofType(type).find(({ properties }) => template.literal(get(properties, 'Name')) === text);
  if (byName) return { key: keyOf(byName), label: byName.id, resource: byName };
  if (text !== undefined) return { key: `${type} ${text}`, label: text };
  const name = reference?.parameter ?? reference?.external;
  return { label: name ?? 'a name that is not known here', ...(name && { key: `${type} \${${name}}` }) };
}

function keyOf({ id }: Resource): string {
  return `#${id}`;
}

function labelOfKey(key: string): string {
  return key.slice(key.indexOf(' ') + 1);
}

/** The triggers that can start a workflow. */
export function startTriggers({ triggers }: GlueWorkflow): readonly GlueTrigger[] {
  return triggers.filter(({ type }) => type !== 'CONDITIONAL');
}
