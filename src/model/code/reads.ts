import { eachExpression, walkExpression } from '../../syntax/code/walk';
import type { Placed } from './place';

/** Where each name is read, as offsets. */
export function readsIn({ statements }: Placed): Map<string, number[]> {
  const reads = new Map<string, number[]>();
  for (const { statement } of statements) {
    const targets = statement.kind === 'assign' ? statement.targets : [];
    eachExpression(statement, (expression) => {
      if (targets.includes(expression) && (expression.kind === 'name' || expression.kind === 'list')) return;
      walkExpression(expression, {
        expression: (part) => {
          if (part.kind !== 'name') return;
          const offsets = reads.get(part.name);
          if (offsets) offsets.push(part.span.start);
          else reads.set(part.name, [part.span.start]);
        },
      });
    });
  }
  return reads;
}
