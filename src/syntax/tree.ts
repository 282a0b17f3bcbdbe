/**
 * The one tree that every format is read into. Spans are offsets in the file that the user sees
 * (the host), `[start, end)`, also when the text was embedded in another file's string.
 */
import type { Mapped } from './mapped';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export type TreeNode = ObjectNode | ArrayNode | StringNode | ScalarNode | DynamicNode;
export type NodeKind = TreeNode['kind'];

interface BaseNode {
  readonly span: Span;
  /** The object property or array that holds this node; absent on the root. */
  parent?: Property | ArrayNode;
}

export interface ObjectNode extends BaseNode {
  readonly kind: 'object';
  /** In document order; a key that is written twice is here twice. */
  readonly properties: Property[];
}

/** One `key: value` of an object. `value` is absent where the text is half typed. */
export interface Property {
  readonly kind: 'property';
  readonly span: Span;
  /** What the key says. */
  readonly name: string;
  /** The key where it stands; made when somebody asks, and nobody should who only wants its text. */
  readonly key: StringNode;
  /** True where something outside fills in part of the name. */
  readonly dynamic?: boolean;
  readonly parent: ObjectNode;
  value?: TreeNode;
  /** True for one that YAML's `<<` brings along, which stands elsewhere in the file. */
  readonly merged?: boolean;
}

export interface ArrayNode extends BaseNode {
  readonly kind: 'array';
  readonly items: TreeNode[];
}

export interface StringNode extends BaseNode {
  readonly kind: 'string';
  /** The decoded text. */
  readonly value: string;
  /** The decoded text with the way back to the host; decoded on first use. */
  readonly mapped: Mapped;
  /** True where the text holds `${…}` that something outside fills in: the value is only partly known. */
  readonly dynamic?: boolean;
  /** `Sub` for a text that `Fn::Sub` fills in, `Template` for one that Terraform does. */
  readonly tag?: string;
  /** What fills the gaps of a Terraform template, in their order. */
  readonly gaps?: readonly TreeNode[];
}

export interface ScalarNode extends BaseNode {
  readonly kind: 'number' | 'boolean' | 'null';
  readonly value: number | boolean | null;
  /** The literal as it is written, e.g. `3.0e2`. */
  readonly raw: string;
}

/** A value that is not known here: an unquoted `${Placeholder}`, `!Ref`, an interpolation. */
export interface DynamicNode extends BaseNode {
  readonly kind: 'dynamic';
  /** What fills the value in, as far as the text says: a substitution's or a resource's name. */
  readonly names: readonly string[];
  /** The function that gives the value, without `!` and `Fn::`: `Ref`, `GetAtt`, `If`; absent for a bare gap. */
  readonly tag?: string;
  /** What the function is given, where the text says it. It stands in the same place as this node. */
  readonly inner?: TreeNode;
}

export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  /** True where the tree is as meant all the same: a comment in JSON, a comma too many. */
  readonly harmless?: boolean;
  /** True where the marked text only has to be taken out. */
  readonly removable?: boolean;
}

export interface Comment {
  readonly span: Span;
  /** Without the comment sign, trimmed. */
  readonly text: string;
}

export type Format = 'json' | 'yaml' | 'hcl';

export interface Tree {
  readonly format: Format;
  /** The text that was parsed, with the way back to the host. */
  readonly source: Mapped;
  readonly root?: TreeNode;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** True where parts of YAML cannot be read by themselves: they have anchors, or mistakes that hide others. */
  readonly entangled?: boolean;
}
