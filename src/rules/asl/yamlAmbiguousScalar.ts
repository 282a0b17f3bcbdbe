import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export default defineRule({
  id: 'asl/yaml-ambiguous-scalar',
  subject: 'stateMachine',
  severity: 'warning',
  summary: 'A state name that YAML 1.1 reads as a boolean stands in quotes.',
  why: 'The readers of SAM, CloudFormation and Python follow YAML 1.1, where a bare Yes, No, On, Off, Y or N is true or false: the same file then works in one deployment and breaks in another.',
  reference: 'https://yaml.org/type/bool.html',
  bad: [
    {
      text: 'StartAt: «Yes»\nStates:\n  «Yes»:\n    Type: Pass\n    Next: Off course\n  Off course:\n    Type: Succeed\n',
      fixed:
        'StartAt: "Yes"\nStates:\n  "Yes":\n    Type: Pass\n    Next: Off course\n  Off course:\n    Type: Succeed\n',
    },
  ],
  good: ['StartAt: "Yes"\nStates:\n  \'Yes\':\n    Type: Succeed\n'],

  check({ tree, scopes, states }) {
    if (tree.format !== 'yaml') return undefined;
    const names: StringNode[] = [];
    for (const { startAt } of scopes) {
      if (startAt?.value?.kind === 'string' && AMBIGUOUS.test(startAt.value.value)) names.push(startAt.value);
    }
    for (const state of states) {
      if (AMBIGUOUS.test(state.name)) names.push(state.key);
      for (const { target } of state.transitions) {
        if (target && AMBIGUOUS.test(target.value)) names.push(target);
      }
    }
    return names.flatMap((name) => (isPlain(tree, name) ? finding(name) : []));
  },
});

function finding({ span, value }: StringNode): Finding {
  return {
    span,
    message: `A bare ${value} is the name of a state to YAML 1.2 and ${truth(value)} to YAML 1.1.`,
    fixes: [
      {
        title: `Change to "${value}" in quotes`,
        edits: [{ span, newText: `"${value}"` }],
        safe: true,
      },
    ],
  };
}

const AMBIGUOUS = /^(?:y|yes|n|no|on|off)$/i;

function truth(text: string): string {
  return /^(?:y|yes|on)$/i.test(text) ? 'true' : 'false';
}

function isPlain({ source }: Tree, { span, value }: StringNode): boolean {
  return source.text.slice(source.fromHost(span.start), source.fromHost(span.end)) === value;
}
