import { get, getObject } from '../../syntax/navigate';
import type { ObjectNode, TreeNode } from '../../syntax/tree';
import { embeddedJson } from '../locate/template/definitionText';
import type { Resource, Template } from '../template';
import { oncePer } from '../oncePer';
import { hasUnwritten } from './unwritten';

/** One statement of an IAM policy that a template writes. */
export interface Statement {
  /** The role, policy, function or machine that the statement is written in. */
  readonly resource: Resource;
  readonly node: ObjectNode;
  readonly allows: boolean;
  readonly actions: readonly StatementAction[];
  /** What the actions are allowed on. */
  readonly resources: readonly TreeNode[];
  readonly condition?: TreeNode;
}

export interface StatementAction {
  /** `glue:StartJobRun`, `glue:*`; with gaps where a part is not known. */
  readonly name: string;
  readonly node: TreeNode;
}

/** The identity policies of a template. */
export interface Access {
  readonly statements: readonly Statement[];
  /** What a role, or a function or machine of SAM with a role of its own, may do. */
  of(role: Resource): Grants;
}

/** What can be said of a role here; policies that are written elsewhere may add to it. */
export interface Grants {
  readonly statements: readonly Statement[];
  /** Policies of AWS's or of SAM's own that are attached by their name. */
  readonly managed: readonly string[];
  /** False where a policy is attached whose statements are not known here, or may be. */
  readonly isComplete: boolean;
  /** Services that may take the role, as its trust policy says. */
  readonly principals: readonly string[];
}

/** The identity policies that a template writes, and who has them. */
export const accessOf = oncePer((template: Template): Access => readAccess(template));

/** Resources with a policy document of their own, and the property that says whose it is. */
const POLICIES: Readonly<Record<string, string>> = {
  'AWS::IAM::Policy': 'Roles',
  'AWS::IAM::ManagedPolicy': 'Roles',
  'AWS::IAM::RolePolicy': 'RoleName',
  'AWS::IAM::UserPolicy': 'UserName',
  'AWS::IAM::GroupPolicy': 'GroupName',
};

/** Resources with a list of policies. */
const HOLDERS: ReadonlySet<string> = new Set([
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::Group',
  'AWS::Serverless::Function',
  'AWS::Serverless::StateMachine',
]);

function readAccess(template: Template): Access {
  const byResource = new Map<Resource, Statement[]>();
  for (const resource of template.resources) {
    const documents = documentsOf(resource, template);
    const statements = documents.flatMap((document) => statementsIn(document, resource, template));
    if (statements.length > 0) byResource.set(resource, statements);
  }
  const alone = template.policyDocuments.flatMap((document) => ownStatements(document, template));
  // Terraform's policies are resources and parts of their roles at once.
  const byNode = new Map([...alone, ...[...byResource.values()].flat()].map((each) => [each.node, each]));
  return {
    statements: [...byNode.values()],
    of: (role) => grantsOf(role, byResource, template),
  };
}

/** The statements of a document that says what somebody may do; one with principals says who may do it to something. */
function ownStatements(document: Resource, template: Template): Statement[] {
  const statements = statementsIn(document.properties, document, template);
  return statements.some(({ node }) => get(node, 'Principal') ?? get(node, 'NotPrincipal')) ? [] : statements;
}

function documentsOf({ type, properties }: Resource, template: Template): TreeNode[] {
  if (type in POLICIES) return listOf(get(properties, 'PolicyDocument'), template);
  if (!HOLDERS.has(type)) return [];
  return listOf(get(properties, 'Policies'), template).flatMap((policy) => {
    const document = get(policy, 'PolicyDocument');
    if (document) return template.alternatives(document);
    return get(policy, 'Statement') ? [policy] : [];
  });
}

/** The items of a list, or the one value that stands in its place. */
function listOf(node: TreeNode | undefined, template: Template): TreeNode[] {
  return template
    .alternatives(node)
    .flatMap((value) => (value.kind === 'array' ? value.items : [value]))
    .flatMap((value) => template.alternatives(value));
}

function statementsIn(document: TreeNode, resource: Resource, template: Template): Statement[] {
  const root = document.kind === 'object' ? document : embeddedJson(document)?.root;
  const list = get(root, 'Statement') ?? get(root, 'statements') ?? get(root, 'iamRoleStatements');
  return listOf(list, template).flatMap((node) => {
    if (node.kind !== 'object') return [];
    const actions = listOf(get(node, 'Action'), template).flatMap((action) => {
      const name = template.literal(action);
      return name === undefined ? [] : [{ name, node: action }];
    });
    return [
      {
        resource,
        node,
        allows: template.literal(get(node, 'Effect')) !== 'Deny',
        actions,
        resources: listOf(get(node, 'Resource'), template),
        condition: get(node, 'Condition') ?? get(node, 'Conditions'),
      },
    ];
  });
}

function grantsOf(
  role: Resource,
  byResource: ReadonlyMap<Resource, readonly Statement[]>,
  template: Template,
): Grants {
  const statements = [...(byResource.get(role) ?? [])];
  for (const [resource, own] of byResource) {
    const holder = POLICIES[resource.type];
    const attached = resource.type === 'AWS::IAM::ManagedPolicy' && attaches(role, resource, template);
    if (holder && (attached || names(get(resource.properties, holder), role, template)))
      statements.push(...own);
  }
  const attached = attachedPolicies(role, template);
  return {
    statements: [...new Set(statements)],
    managed: attached.flatMap((policy) => policy ?? []),
    isComplete: !hasUnwritten(template) && attached.every((policy) => policy !== undefined),
    principals: principalsOf(role, template),
  };
}

/** True where a value names a resource, by reference or by the name that the resource is given. */
function names(node: TreeNode | undefined, { id, properties }: Resource, template: Template): boolean {
  if (template.references(node).some(({ resource }) => resource === id)) return true;
  const own = template.literal(get(properties, 'RoleName'));
  return own !== undefined && listOf(node, template).some((item) => template.literal(item) === own);
}

function attachmentsOf({ type, properties }: Resource): TreeNode | undefined {
  return get(properties, type === 'AWS::IAM::Role' ? 'ManagedPolicyArns' : 'Policies');
}

function attaches(role: Resource, policy: Resource, template: Template): boolean {
  return listOf(attachmentsOf(role), template).some(
    (item) => template.reference(item)?.resource === policy.id,
  );
}

/** Names of attached policies; `undefined` for one that is not known here. Policies of this file are not among them. */
function attachedPolicies(role: Resource, template: Template): (string | undefined)[] {
  return listOf(attachmentsOf(role), template).flatMap((policy) => {
    if (policy.kind === 'object') {
      const isDocument = get(policy, 'Statement') ?? get(policy, 'PolicyDocument');
      return isDocument ? [] : [policy.properties[0]?.name];
    }
    const own = template.reference(policy)?.resource;
    if (own !== undefined && template.byId.get(own)?.type === 'AWS::IAM::ManagedPolicy') return [];
    const name = template.literal(policy);
    return [name === undefined ? undefined : name.slice(name.lastIndexOf('/') + 1)];
  });
}

function principalsOf(role: Resource, template: Template): string[] {
  if (role.type === 'AWS::Serverless::Function') return ['lambda.amazonaws.com'];
  if (role.type === 'AWS::Serverless::StateMachine') return ['states.amazonaws.com'];
  const document = get(role.properties, 'AssumeRolePolicyDocument');
  const root = document?.kind === 'string' ? embeddedJson(document)?.root : document;
  return listOf(get(root, 'Statement'), template).flatMap((statement) => {
    // A document of Terraform keeps its blocks `principals`.
    const blocks = listOf(get(statement, 'Principals'), template);
    const services = [
      ...listOf(get(getObject(statement, 'Principal'), 'Service'), template),
      ...blocks.flatMap((block) => listOf(get(block, 'Identifiers'), template)),
    ];
    return services.flatMap((service) => [...template.literals(service)]);
  });
}

/** True where an action's name, with its wildcards, stands for another action: `glue:Start*` for `glue:StartJobRun`. */
export function coversAction(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const text = action.toLowerCase();
  if (parts.length === 1) return parts[0] === text;
  let at = parts[0].length;
  if (!text.startsWith(parts[0])) return false;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts[parts.length - 1];
  return text.length - last.length >= at && text.endsWith(last);
}

/** True where a role's own statements allow an action on anything. */
export function allowsAction({ statements }: Pick<Grants, 'statements'>, action: string): boolean {
  return statements.some(
    ({ allows, actions }) => allows && actions.some(({ name }) => coversAction(name, action)),
  );
}

/** The role that a function, machine, rule or target runs as, where it is in this template. */
export function roleOf(resource: Resource, template: Template): Resource | undefined {
  const { properties, type } = resource;
  const written = get(properties, 'Role') ?? get(properties, 'RoleArn');
  if (written) return roleNamed(written, template);
  return type.startsWith('AWS::Serverless::') ? resource : undefined;
}

/** The role of this template that a value names. */
export function roleNamed(node: TreeNode | undefined, template: Template): Resource | undefined {
  const id = template.references(node).find(({ resource }) => resource !== undefined)?.resource;
  const role = id === undefined ? undefined : template.byId.get(id);
  return role?.type === 'AWS::IAM::Role' ? role : undefined;
}
