import { readHclExpression, readHclKey, type HclSource } from './hclExpression';
import { MadeProperty } from './madeProperty';
import { partsOf, visitHcl, type HclNode } from './hclNode';
import { plainString } from './hclString';
import { WholeText } from './mapped';
import type { Comment, ObjectNode, Property, StringNode, SyntaxProblem, Tree, TreeNode } from './tree';

/** Turns what the grammar found into our tree. */
export class HclReader implements HclSource {
  readonly source: WholeText;

  constructor(readonly text: string) {
    this.source = new WholeText(text);
  }

  read(root: HclNode): Tree {
    const comments: Comment[] = [];
    const problems: SyntaxProblem[] = [];
    visitHcl(root, (node) => {
      if (node.type === 'comment') comments.push(this.#comment(node));
      else if (node.type === 'ERROR' || node.missing) problems.push(problemAt(node));
    });
    const object: ObjectNode = { kind: 'object', span: { start: 0, end: this.text.length }, properties: [] };
    this.#body(root, object);
    return { format: 'hcl', source: this.source, root: object, problems, comments };
  }

  /** Attributes and blocks of a body; what a damaged text still shows of them is taken too. */
  #body(node: HclNode, object: ObjectNode): void {
    for (const child of node.children) {
      if (child.type === 'attribute') this.#attribute(child, object);
      else if (child.type === 'block') this.#block(child, object);
      else if (child.type === 'body' || child.type === 'ERROR') this.#body(child, object);
    }
  }

  #attribute(node: HclNode, object: ObjectNode): void {
    const [name, expression] = partsOf(node);
    if (!name) return;
    const key = readHclKey(name, this);
    // What the grammar only supposes stands nowhere in the text.
    const written = expression && expression.end > expression.start;
    const value = written ? readHclExpression(expression, this) : undefined;
    hang(object, key, { start: node.start, end: node.end }, value);
  }

  #comment({ start, end }: HclNode): Comment {
    const text = this.text.slice(start, end);
    return { span: { start, end }, text: text.replace(/^(?:#+|\/\/+|\/\*+)|\*+\/$/g, '').trim() };
  }

  #block(node: HclNode, outer: ObjectNode): void {
    const children = node.children;
    const start = children.findIndex(({ type }) => type === 'block_start');
    const names = (start < 0 ? children : children.slice(0, start)).filter(
      ({ type }) => type === 'identifier' || type === 'string_lit',
    );
    let holder = outer;
    for (const [index, name] of names.entries()) {
      const last = index === names.length - 1;
      const from = last ? (children[start]?.start ?? name.end) : names[index + 1].start;
      const inner: ObjectNode = { kind: 'object', span: { start: from, end: node.end }, properties: [] };
      const key =
        name.type === 'identifier' ? plainString(this.source, name.start, name.end) : readHclKey(name, this);
      hang(holder, key, { start: name.start, end: node.end }, inner);
      holder = inner;
    }
    if (start >= 0) this.#body(node, holder);
  }
}

function hang(parent: ObjectNode, key: StringNode, span: Property['span'], value?: TreeNode): void {
  const property = new MadeProperty(key, parent, span, value);
  key.parent = property;
  if (value) value.parent = property;
  parent.properties.push(property);
}

function problemAt({ start, end }: HclNode): SyntaxProblem {
  return { span: { start, end }, message: 'The text does not read as Terraform here.' };
}
