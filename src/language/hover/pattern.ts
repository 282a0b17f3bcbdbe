import type { EmbeddedPattern } from '../../model/locate';
import { describeTests } from '../../model/eventPattern/describeTest';
import type { EventPattern, PatternField, PatternGroup } from '../../model/eventPattern/eventPattern';
import { readEventPattern } from '../../model/eventPattern/readPattern';
import { contains } from '../../syntax/navigate';
import { card } from './card';
import type { Hover } from './index';

/** What an event pattern lets through, in one sentence; on a field, what that field may be. */
export function patternHover(patterns: readonly EmbeddedPattern[], offset: number): Hover | undefined {
  const found = patterns.find(
    ({ node, text }) => contains((text?.root ?? node).span, offset) || contains(node.span, offset),
  );
  if (!found) return undefined;
  const pattern = readEventPattern(found.text ?? found.node, found.dialect);
  const field = pattern.root && fieldAt(pattern.root, offset);
  if (field) {
    const meaning = `The event's \`${field.path}\` has to be ${describeTests(field.tests)}.`;
    return {
      span: field.key.span,
      markdown: card({
        title: field.path,
        kind: 'field of an event pattern',
        meaning,
        limits: [sentence(pattern)],
      }),
    };
  }
  const key = found.node.parent?.kind === 'property' ? found.node.parent.key : undefined;
  const span = key && contains(key.span, offset) ? key.span : found.node.span;
  return { span, markdown: card({ title: 'Event pattern', meaning: sentence(pattern) }) };
}

function fieldAt({ members }: PatternGroup, offset: number): PatternField | undefined {
  for (const member of members) {
    if (member.kind === 'or') {
      const inner = member.branches.map((branch) => fieldAt(branch, offset)).find(Boolean);
      if (inner) return inner;
    } else if (contains(member.key.span, offset)) return member;
  }
  return undefined;
}

/** `Lets an event through when its source is "aws.glue" and detail.state is "FAILED" or "TIMEOUT".` */
export function sentence({ root, isValid }: Pick<EventPattern, 'root' | 'isValid'>): string {
  if (!root || !isValid) return 'AWS refuses this pattern as it is.';
  if (root.members.length === 0) return 'Lets every event through.';
  return `Lets an event through when ${conditions(root)}.`;
}

function conditions({ members }: PatternGroup): string {
  const parts = members.map((member) =>
    member.kind === 'field' ? condition(member) : `(${member.branches.map(conditions).join(', or ')})`,
  );
  return parts.join(' and ');
}

function condition({ path, tests }: PatternField): string {
  const [only] = tests;
  if (tests.length === 1 && only?.kind === 'exists')
    return only.exists ? `\`${path}\` is there` : `\`${path}\` is not there`;
  return `\`${path}\` is ${describeTests(tests)}`;
}
