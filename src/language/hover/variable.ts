import { dataFlow, shapeLine } from '../../model/dataFlow';
import type { StateMachine } from '../../model/stateMachine';
import type { StringNode } from '../../syntax/tree';
import { contains } from '../../syntax/navigate';
import { variableUsesAt, wholeRead } from '../occurrences';
import { card } from './card';
import { saysSomething } from './dataFlowShape';
import type { Hover } from './index';
import { quoted } from './quoted';

/** A variable at its name in an `Assign`, or where it is read: what it holds, who sets and who reads it. */
export function variableHover(
  machine: StateMachine,
  node: StringNode,
  offset: number,
  known?: Hover,
): Hover | undefined {
  const uses = variableUsesAt(machine, offset);
  if (!uses) return known;
  const { name, assignments, reads } = uses;
  const limits = [
    `Assigned in ${quoted(assignments.map(({ state }) => state.name))}.`,
    reads.length > 0 ? `Read in ${quoted(reads.map(({ state }) => state.name))}.` : 'Nothing reads it.',
  ];
  // What is known of the data is said above.
  if (known)
    return { ...known, markdown: `${known.markdown}\n\n${limits.map((line) => `- ${line}`).join('\n')}` };
  const read = reads.find((one) => one.node === node && contains(wholeRead(one), offset));
  const reader = (read ?? reads[0])?.state;
  const shape = reader && dataFlow(machine).variable(reader, name);
  const kind = shape && saysSomething(shape) ? `variable · \`${shapeLine(shape)}\`` : 'variable';
  return { span: read ? wholeRead(read) : node.span, markdown: card({ title: `$${name}`, kind, limits }) };
}
