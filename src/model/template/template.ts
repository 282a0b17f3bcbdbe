import type { ObjectNode, Span, Tree, TreeNode } from '../../syntax/tree';
import type { Carrier } from '../oncePer';

export type TemplateKind = 'cloudformation' | 'sam' | 'serverless' | 'terraform';

/** Resources of one file in one shape, whatever language they are written in. */
export interface Template extends Carrier {
  readonly kind: TemplateKind;
  /** The file's tree; the long forms of CloudFormation's functions are dynamic nodes in it, as the short ones are. */
  readonly tree: Tree;
  /** In document order. */
  readonly resources: readonly Resource[];
  /** Policies that stand by themselves: `data "aws_iam_policy_document"`, the statements of Serverless's provider. */
  readonly policyDocuments: readonly Resource[];
  /** Modules and locals of Terraform that may hold a definition, as a module that makes a machine takes it. */
  readonly holders: readonly Resource[];
  /** By every name that the file can refer to a resource by. */
  readonly byId: ReadonlyMap<string, Resource>;
  /** Parameters of CloudFormation, variables of Terraform. */
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** CloudFormation's named conditions. */
  readonly conditions: ReadonlyMap<string, TreeNode>;
  /** The resources of a type. */
  ofType(type: string): readonly Resource[];
  /** The value of a property, also where SAM's `Globals` or Serverless's `provider` says it for all. */
  property(resource: Resource, name: string): TreeNode | undefined;
  /** What a node names, where it is one reference and nothing else. */
  reference(node: TreeNode | undefined): Reference | undefined;
  /** Everything that a node names, at any depth, in the order of the text. */
  references(node: TreeNode | undefined): readonly Reference[];
  /** The values that a node can have: the branches of `Fn::If` and of `? :`, without those that leave it out. */
  alternatives(node: TreeNode | undefined): readonly TreeNode[];
  /**
   * The text of a value as far as it is known, with a gap `${Name}` for each part that is not;
   * `undefined` where nothing is known, or where the value depends on a condition.
   */
  literal(node: TreeNode | undefined): string | undefined;
  /** As `literal`, for every value that a condition or a mapping can give. */
  literals(node: TreeNode | undefined): readonly string[];
}

export interface Resource {
  /** The logical id; for Terraform the address, `aws_glue_trigger.start`; for Serverless its key. */
  readonly id: string;
  /** Always as CloudFormation names it; SAM's own types stay. A type of Terraform that has no such name is its own. */
  readonly type: string;
  /** Where the id is written. */
  readonly key: Span;
  /** The resource as the file has it: the object under the id, or the block. */
  readonly node: ObjectNode;
  /** In CloudFormation's names, with spans of the file; empty where the file has none. */
  readonly properties: ObjectNode;
  /** True where `properties` is text of the file, so that an editor of `template.tree` can change it. */
  readonly writable: boolean;
  /** The condition that decides whether the resource is there. */
  readonly condition?: string;
  /** True where `count`, `for_each` or a loop may make several of it, or none. */
  readonly repeated: boolean;
  /** Ids in `DependsOn` or `depends_on`. */
  readonly dependsOn: readonly string[];
}

/** What an expression of a template names. */
export interface Reference {
  readonly span: Span;
  /** The id of a resource of this file; absent for anything else. */
  readonly resource?: string;
  /** What of it, as `Fn::GetAtt` names it (`Arn`); absent for the resource itself. */
  readonly attribute?: string;
  /** A parameter, or a variable of Terraform. */
  readonly parameter?: string;
  /** A name that this file does not define: a module's output, an import, a pseudo parameter, a data source. */
  readonly external?: string;
}

export interface Parameter {
  readonly name: string;
  readonly key: Span;
  readonly node: TreeNode;
  readonly default?: TreeNode;
}
