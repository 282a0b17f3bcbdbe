import { EVENT_TYPES } from '../../catalog/events';
import { patternOperator } from '../../catalog/events/operators';
import { describeTests } from '../../model/eventPattern/describeTest';
import { DIALECTS } from '../../model/eventPattern/dialects';
import type { EventPattern, PatternField, PatternGroup } from '../../model/eventPattern/eventPattern';
import type { EmbeddedPattern, Located } from '../../model/locate';
import { patternOf } from '../../model/resources/patterns';
import { contains, isKey, nodeIn } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';
import { spanOf } from '../match/patterns';
import { knownFields } from '../patternFields';
import { card } from './card';
import type { Hover } from './index';
import { eventTypeMarkdown, operatorMarkdown } from './patternCards';

/**
 * What an event pattern lets through, in one sentence; on a field what that field is and may be, on an
 * operator what it does, on a detail type what it tells.
 */
export function patternHover({ eventPatterns, template }: Located, offset: number): Hover | undefined {
  const found = eventPatterns.find((embedded) => contains(spanOf(embedded), offset));
  if (!found) return undefined;
  const word = wordAt(found, offset);
  if (word) return word;
  const pattern = patternOf(found);
  const field = pattern.root && fieldAt(pattern.root, offset);
  if (field) {
    const { fields } = knownFields(found, template);
    const known = fields.find(({ path }) => path === field.path);
    const named = (known?.values ?? []).map((value) => `\`${value}\``);
    const about = [
      known?.meaning,
      named.length > 1 ? `${known?.closed ? 'One of' : 'For example'} ${named.join(', ')}.` : '',
    ];
    return {
      span: field.key.span,
      markdown: card({
        title: field.path,
        kind: known ? `${known.type} of an event` : 'field of an event pattern',
        meaning: `The event's \`${field.path}\` has to be ${describeTests(field.tests)}.`,
        limits: [about.filter(Boolean).join(' '), sentence(pattern)].filter(Boolean),
      }),
    };
  }
  const key = found.node.parent?.kind === 'property' ? found.node.parent.key : undefined;
  const span = key && contains(key.span, offset) ? key.span : found.node.span;
  const { name, sees } = DIALECTS[found.dialect];
  const limits = found.dialect === 'bus' ? [] : [`Read by ${name}.${sees ? ` ${sees}` : ''}`];
  return { span, markdown: card({ title: 'Event pattern', meaning: sentence(pattern), limits }) };
}

/** An operator, or a detail type that is known. */
function wordAt({ node, text, dialect }: EmbeddedPattern, offset: number): Hover | undefined {
  const root = text?.root ?? node;
  const at = root && nodeIn(root, offset);
  if (at?.kind !== 'string') return undefined;
  const { parent } = at;
  const operator =
    isKey(at) && parent?.kind === 'property' && isOperand(parent.parent) && patternOperator(at.value);
  if (operator) return { span: at.span, markdown: operatorMarkdown(operator) };
  const field = parent?.kind === 'array' && parent.parent?.kind === 'property' ? parent.parent : undefined;
  if (dialect !== 'bus' || field?.name !== 'detail-type' || field.parent !== root) return undefined;
  const type = EVENT_TYPES.find(({ detailType }) => detailType === at.value);
  return type && { span: at.span, markdown: eventTypeMarkdown(type) };
}

/** True for an object in a field's list, or in another operator. */
function isOperand({ parent }: ObjectNode): boolean {
  if (parent?.kind === 'property') return patternOperator(parent.name) !== undefined;
  return parent?.kind === 'array' && !(parent.parent?.kind === 'property' && parent.parent.name === '$or');
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
