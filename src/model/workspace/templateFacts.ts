import { get, getItems, getObject } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import type { Located } from '../locate/located';
import { fileArgument } from '../locate/template/terraformFile';
import { samEvents } from '../locate/template/samEvents';
import type { Resource, Template } from '../template';
import { targetElsewhere } from './elsewhere';
import type { Link, Part, PartKind, Target } from './facts';
import { handlerFile } from './handlerFile';
import { machineLinks, namedStates } from './machineFacts';
import { namedResource } from './namedResource';

const KINDS: Readonly<Record<string, PartKind>> = {
  'AWS::Events::Rule': 'rule',
  'AWS::EventsV2::Subscriber': 'rule',
  'AWS::Scheduler::Schedule': 'schedule',
  'AWS::Pipes::Pipe': 'pipe',
  'AWS::StepFunctions::StateMachine': 'stateMachine',
  'AWS::Serverless::StateMachine': 'stateMachine',
  'AWS::Lambda::Function': 'function',
  'AWS::Serverless::Function': 'function',
  'AWS::Glue::Workflow': 'glueWorkflow',
  'AWS::Glue::Trigger': 'glueTrigger',
  'AWS::Glue::Job': 'glueJob',
  'AWS::Glue::Crawler': 'glueCrawler',
  'AWS::Lambda::EventSourceMapping': 'eventSource',
};

/** The property in which a resource says its name. */
const NAMES = ['FunctionName', 'StateMachineName', 'Name'];

/** The parts and links of a template's resources. */
export function templateFacts(template: Template, located: Located): { parts: Part[]; links: Link[] } {
  const reader = new TemplateFacts(template, located);
  for (const resource of template.resources) reader.add(resource);
  return reader;
}

class TemplateFacts {
  readonly parts: Part[] = [];
  readonly links: Link[] = [];
  readonly #template: Template;
  readonly #located: Located;
  readonly #names: ReadonlyMap<string, readonly string[]>;

  constructor(template: Template, located: Located) {
    this.#template = template;
    this.#located = located;
    this.#names = this.#substitutions();
  }

  add(resource: Resource): void {
    const { id, type, key, properties } = resource;
    const kind = KINDS[type];
    if (!kind) return;
    const isSchedule = kind === 'rule' && get(properties, 'ScheduleExpression') !== undefined;
    const literals = NAMES.flatMap((name) => this.#template.literal(get(properties, name)) ?? []);
    const aliases = [...literals, ...(this.#names.get(id) ?? [])];
    const pattern = this.#located.eventPatterns.find((candidate) => candidate.resource === resource);
    const listensTo = pattern && sources(pattern.text?.root ?? pattern.node);
    const machine = kind === 'stateMachine' ? this.#machineFacts(resource) : undefined;
    this.parts.push({
      id,
      kind: isSchedule ? 'schedule' : kind,
      name: id,
      span: key,
      aliases,
      listensTo,
      ...(kind === 'function' && get(properties, 'DurableConfig') && { isDurable: true }),
      ...(this.#startsByClock(kind, resource) && { byClock: true as const }),
      ...machine,
    });
    this.#links(resource, kind);
  }

  #links(resource: Resource, kind: PartKind): void {
    const { id, properties } = resource;
    switch (kind) {
      case 'rule':
        for (const item of getItems(properties, 'Targets')) this.#link(id, 'starts', get(item, 'Arn'));
        // A subscriber of a Custom Event Bus has one target.
        this.#link(id, 'starts', get(properties, 'TargetArn'));
        break;
      case 'schedule': {
        const [target, arn] = [get(properties, 'Target'), get(get(properties, 'Target'), 'Arn')];
        // A universal target calls an API, of which the input says with what.
        const isCall = /:aws-sdk:\w+:(?:start|invoke)/i.test(this.#template.literal(arn) ?? '');
        this.#link(id, 'starts', isCall ? get(target, 'Input') : arn);
        break;
      }
      case 'pipe':
        this.#link(id, 'starts', get(properties, 'Target'));
        this.#link(id, 'calls', get(properties, 'Enrichment'));
        break;
      case 'stateMachine':
        this.#machine(resource);
        this.#samEvents(resource);
        break;
      case 'function': {
        const found = handlerFile(resource, this.#template);
        if (found) this.links.push({ from: id, kind: 'runs', to: found.to, span: found.written.span });
        this.#samEvents(resource);
        break;
      }
      case 'glueTrigger':
        this.#trigger(resource);
        break;
      case 'eventSource':
        this.#link(id, 'starts', get(properties, 'FunctionName'));
        break;
      case 'glueJob': {
        const location = get(getObject(properties, 'Command'), 'ScriptLocation');
        const file = this.#scriptFile(location);
        if (file !== undefined)
          this.links.push({
            from: id,
            kind: 'runs',
            to: { by: 'path', path: `**/${file}` },
            span: location?.span ?? resource.key,
          });
        break;
      }
      default:
    }
  }

  /** A scheduled trigger, or a crawler with a schedule of its own. */
  #startsByClock(kind: PartKind, { properties }: Resource): boolean {
    if (kind === 'glueTrigger') return this.#template.literal(get(properties, 'Type')) === 'SCHEDULED';
    const schedule = kind === 'glueCrawler' ? get(properties, 'Schedule') : undefined;
    return schedule !== undefined && this.#template.alternatives(schedule).length > 0;
  }

  #link(from: string, kind: Link['kind'], node: TreeNode | undefined): void {
    const id = this.#resourceOf(node);
    const to: Target | undefined =
      id === undefined ? targetElsewhere(node, this.#template, (type) => KINDS[type]) : { by: 'id', id };
    if (node && to) this.links.push({ from, kind, to, span: node.span });
  }

  #resourceOf(node: TreeNode | undefined): string | undefined {
    return namedResource(node, this.#template);
  }

  #machine(resource: Resource): void {
    const definition = this.#located.definitions.find((candidate) => candidate.resource === resource);
    if (!definition) return;
    const { machine, path } = definition;
    if (machine)
      this.links.push(
        ...machineLinks(resource.id, machine, (node) =>
          this.#resourceOf(gapIn(definition.node, node) ?? node),
        ),
      );
    // A definition in a file of its own names what this template fills in.
    if (path !== undefined)
      this.links.push({
        from: resource.id,
        kind: 'runs',
        to: { by: 'path', path },
        span: fileArgument(definition.node).span,
      });
  }

  #machineFacts(resource: Resource): Pick<Part, 'states' | 'substitutions'> {
    const found = this.#located.definitions.filter((candidate) => candidate.resource === resource);
    const [{ substitutions = [] } = {}] = found;
    return {
      states: found.flatMap(({ machine }) => (machine ? namedStates(machine) : [])),
      substitutions: substitutions.map(({ name, key, value }) => ({
        name,
        span: key.span,
        value: this.#valueOf(value),
      })),
    };
  }

  #valueOf(node: TreeNode | undefined): string | undefined {
    const literal = this.#template.literal(node);
    if (literal !== undefined) return literal;
    const { resource, attribute, parameter, external } = this.#template.reference(node) ?? {};
    const name = resource ?? parameter ?? external;
    return name !== undefined && attribute !== undefined ? `${name}.${attribute}` : name;
  }

  /** Names under which definitions of this template know its resources. */
  #substitutions(): ReadonlyMap<string, readonly string[]> {
    const names = new Map<string, string[]>();
    for (const { name, value } of this.#located.definitions.flatMap(
      ({ substitutions }) => substitutions ?? [],
    )) {
      const id = this.#resourceOf(value);
      if (id !== undefined) names.set(id, [...(names.get(id) ?? []), name]);
    }
    return names;
  }

  #samEvents(resource: Resource): void {
    for (const { name, type } of samEvents(resource)) {
      const kind: PartKind = /^Schedule/.test(type)
        ? 'schedule'
        : /Rule$|^CloudWatchEvent$/.test(type)
          ? 'rule'
          : 'resource';
      const event = `${resource.id}.${name.value}`;
      this.parts.push({ id: event, kind, name: name.value, span: name.span, aliases: [] });
      this.links.push({ from: event, kind: 'starts', to: { by: 'id', id: resource.id }, span: name.span });
    }
  }

  /** The file name of a script: at the end of its location, or that of the object which Terraform puts there. */
  #scriptFile(location: TreeNode | undefined): string | undefined {
    const nameIn = (node: TreeNode | undefined): string | undefined =>
      /([^/{}]+\.\w+)$/.exec(this.#template.literal(node) ?? '')?.[1];
    const objects = this.#template.references(location).flatMap(({ resource }) => {
      const referred = this.#template.byId.get(resource ?? '');
      return referred?.type === 'aws_s3_object' ? [referred.properties] : [];
    });
    const [object] = objects;
    return nameIn(location) ?? nameIn(get(object, 'Source')) ?? nameIn(get(object, 'Key'));
  }

  #trigger({ id, properties }: Resource): void {
    for (const action of getItems(properties, 'Actions')) {
      this.#link(id, 'starts', get(action, 'JobName'));
      this.#link(id, 'starts', get(action, 'CrawlerName'));
    }
    const workflow = this.#resourceOf(get(properties, 'WorkflowName'));
    if (workflow !== undefined) {
      this.links.push({ from: workflow, kind: 'runs', to: { by: 'id', id }, span: properties.span });
    }
    for (const condition of getItems(getObject(properties, 'Predicate'), 'Conditions')) {
      for (const name of ['JobName', 'CrawlerName']) {
        const before = this.#resourceOf(get(condition, name));
        if (before !== undefined)
          this.links.push({ from: before, kind: 'starts', to: { by: 'id', id }, span: condition.span });
      }
    }
  }
}

/** What Terraform fills into a part of a definition that stands there as a text. */
function gapIn(text: TreeNode, { kind, span }: TreeNode): TreeNode | undefined {
  if (text.kind !== 'string' || kind !== 'string') return undefined;
  return text.gaps?.find((gap) => span.start <= gap.span.start && gap.span.end <= span.end);
}

function sources(pattern: TreeNode | undefined): string[] {
  return getItems(pattern, 'source').flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}
