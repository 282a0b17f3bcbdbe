import jsonata from 'jsonata';
import type { JsonataNode } from './jsonataTree';
import { remembered } from './remembered';

interface Source {
  readonly tree?: JsonataNode;
}

const read = remembered((body): Source => {
  try {
    return { tree: jsonata(body).ast() as unknown as JsonataNode };
  } catch {
    return {};
  }
});

/** The syntax tree of a `{% … %}`, also of one so simple that `parseJsonata` reads it without a tree. */
export function jsonataTree(text: string): JsonataNode | undefined {
  return read(text.slice(2, -2)).tree;
}
