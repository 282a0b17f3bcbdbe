import type { Mapped } from '../../syntax/mapped';
import type { StringNode, TreeNode } from '../../syntax/tree';
import type { Place } from './place';
import type { ItemWriter } from './write';

/** The text that a value at the cursor would be, where it has no quotes yet: what is written into it brings them along. */
export function textToBegin({ cursor, machine }: Place, writer: ItemWriter): StringNode | undefined {
  const { kind, property, replace, container, begun } = cursor;
  if (kind !== 'value' || begun.length > 0 || (property?.value && !isMended(property.value, cursor)))
    return undefined;
  const parent = property ?? (container.kind === 'array' ? container : undefined);
  if (!parent) return undefined;
  const { source } = machine.tree;
  const start = source.fromHost(replace.start);
  const text = source.text.slice(start, source.fromHost(replace.end));
  if (!/^\$?[\w.]*$/.test(text)) return undefined;
  const mapped: Mapped = {
    text,
    toHost: (offset) => source.toHost(start + offset),
    fromHost: (offset) => Math.max(0, source.fromHost(offset) - start),
    encode: (written) => writer.text(written),
  };
  // Behind the last character that is there, the value belongs to no property yet.
  const span = property?.key.span ?? replace;
  return { kind: 'string', value: text, span, mapped, parent };
}

/** Terraform is read with an empty text in the place of a value that lacks. */
function isMended(value: TreeNode, { replace, string }: Place['cursor']): boolean {
  return value.kind === 'string' && value.value === '' && !string && value.span.start === replace.start;
}
