import type { Mapped } from './mapped';
import { hasPlaceholder } from './placeholders';
import type { ArrayNode, Property, Span, StringNode, TreeNode } from './tree';

/** A string whose way back to the host is decoded when somebody asks for it. */
export class LazyString implements StringNode {
  readonly kind = 'string';
  parent?: Property | ArrayNode;
  readonly dynamic?: boolean;
  readonly #decode: () => Mapped;
  #mapped?: Mapped;

  constructor(
    readonly value: string,
    readonly span: Span,
    decode: () => Mapped,
    dynamic = false,
    readonly tag?: string,
    readonly gaps?: readonly TreeNode[],
  ) {
    this.#decode = decode;
    if (dynamic || hasPlaceholder(value)) this.dynamic = true;
  }

  get mapped(): Mapped {
    return (this.#mapped ??= this.#decode());
  }
}
