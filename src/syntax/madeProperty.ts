import type { ObjectNode, Property, Span, StringNode, TreeNode } from './tree';

/** A property whose key is at hand already: that of a tree which is put together from parts of others. */
export class MadeProperty implements Property {
  readonly kind = 'property';
  readonly name: string;

  constructor(
    readonly key: StringNode,
    readonly parent: ObjectNode,
    readonly span: Span,
    public value?: TreeNode,
  ) {
    this.name = key.value;
  }

  get dynamic(): boolean {
    return this.key.dynamic ?? false;
  }
}
