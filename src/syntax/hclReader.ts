import type { Node } from 'web-tree-sitter';
import { readHclExpression, readHclKey, type HclSource } from './hclExpression';
import { plainString } from './hclString';
import { WholeText } from './mapped';
import { nestedTooDeeply } from './depth';
import type { Comment, ObjectNode, Property, StringNode, SyntaxProblem, Tree, TreeNode } from './tree';

/** Turns what the grammar found into our tree. */
export class HclReader implements HclSource {
  readonly source: WholeText;

  constructor(readonly text: string) {
    this.source = new WholeText(text);
  }

  read(root: Node): Tree {
    const { source } = this;
    const comments = root.descendantsOfType('comment').map(commentOf);
    const problems = root.hasError ? problemsIn(root) : [];
    if (nestedTooDeeply(this.text) !== undefined) {
      const span = { start: 0, end: Math.min(1, this.text.length) };
      const message = 'The text is nested more than 500 levels deep.';
      return { format: 'hcl', source, problems: [{ span, message }], comments };
    }
    const object: ObjectNode = { kind: 'object', span: { start: 0, end: this.text.length }, properties: [] };
    this.#body(root, object);
    return { format: 'hcl', source, root: object, problems, comments };
  }

  /** Attributes and blocks of a body; what a damaged text still shows of them is taken too. */
  #body(node: Node, object: ObjectNode): void {
    for (const child of node.namedChildren) {
      if (child.type === 'attribute') this.#attribute(child, object);
      else if (child.type === 'block') this.#block(child, object);
      else if (child.type === 'body' || child.type === 'ERROR') this.#body(child, object);
    }
  }

  #attribute(node: Node, object: ObjectNode): void {
    const [name, expression] = node.namedChildren.filter(({ type }) => type !== 'comment');
    if (!name) return;
    const key = readHclKey(name, this);
    // What the grammar only supposes stands nowhere in the text.
    const written = expression && expression.endIndex > expression.startIndex;
    const value = written ? readHclExpression(expression, this) : undefined;
    hang(object, key, { start: node.startIndex, end: node.endIndex }, value);
  }

  #block(node: Node, outer: ObjectNode): void {
    const children = node.namedChildren;
    const start = children.findIndex(({ type }) => type === 'block_start');
    const names = (start < 0 ? children : children.slice(0, start)).filter(
      ({ type }) => type === 'identifier' || type === 'string_lit',
    );
    let holder = outer;
    for (const [index, name] of names.entries()) {
      const last = index === names.length - 1;
      const from = last ? (children[start]?.startIndex ?? name.endIndex) : names[index + 1].startIndex;
      const inner: ObjectNode = { kind: 'object', span: { start: from, end: node.endIndex }, properties: [] };
      const key =
        name.type === 'identifier'
          ? plainString(this.source, name.startIndex, name.endIndex)
          : readHclKey(name, this);
      hang(holder, key, { start: name.startIndex, end: node.endIndex }, inner);
      holder = inner;
    }
    if (start >= 0) this.#body(node, holder);
  }
}

function hang(parent: ObjectNode, key: StringNode, span: Property['span'], value?: TreeNode): void {
  const property: Property = { kind: 'property', span, key, parent, value };
  key.parent = property;
  if (value) value.parent = property;
  parent.properties.push(property);
}

function commentOf({ startIndex, endIndex, text }: Node): Comment {
  return {
    span: { start: startIndex, end: endIndex },
    text: text.replace(/^(?:#+|\/\/+|\/\*+)|\*+\/$/g, '').trim(),
  };
}

/** The places where the grammar lost its way, outermost only. */
function problemsIn(root: Node): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing) {
      const span = { start: node.startIndex, end: node.endIndex };
      problems.push({ span, message: 'The text does not read as Terraform here.' });
    } else if (node.hasError) node.children.forEach(visit);
  };
  visit(root);
  return problems;
}
