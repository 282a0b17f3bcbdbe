import { property } from '../../../syntax/navigate';
import type { ObjectNode, Property, Tree } from '../../../syntax/tree';

/** A block with two labels: `resource "aws_glue_job" "load" { … }`. */
export interface LabelledBlock {
  readonly type: string;
  readonly name: string;
  /** The property under the name. */
  readonly entry: Property;
  readonly body: ObjectNode;
}

/** The blocks of a kind at the top of a file: `resource` or `data`. */
export function labelledBlocks({ root }: Tree, kind: string): LabelledBlock[] {
  return bodies(root, kind).flatMap((types) =>
    types.properties.flatMap(({ name, value }) =>
      (value?.kind === 'object' ? value.properties : []).flatMap((entry) =>
        entry.value?.kind === 'object' ? [{ type: name, name: entry.name, entry, body: entry.value }] : [],
      ),
    ),
  );
}

/** Everything that is written in `locals`. */
export function localsIn({ root }: Tree): Property[] {
  return bodies(root, 'locals').flatMap(({ properties }) => properties);
}

/** The blocks of a kind with one label, `variable` or `module`: properties by their label. */
export function namedBlocks({ root }: Tree, kind: string): Property[] {
  return bodies(root, kind).flatMap(({ properties }) => properties);
}

function bodies(root: Tree['root'], kind: string): ObjectNode[] {
  if (root?.kind !== 'object') return [];
  return root.properties.flatMap(({ name, value }) =>
    name === kind && value?.kind === 'object' ? [value] : [],
  );
}

/** True where `count` or `for_each` decides how many there are. */
export function isRepeated(body: ObjectNode): boolean {
  return property(body, 'count') !== undefined || property(body, 'for_each') !== undefined;
}
