import type { StringNode, Tree } from '../../syntax/tree';
import { defineRule } from '../rule';

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

  *check({ tree, scopes, states }) {
    if (tree.format !== 'yaml') return;
    const names = scopes.flatMap(({ startAt }) => (startAt?.value?.kind === 'string' ? [startAt.value] : []));
    for (const state of states) {
      if (AMBIGUOUS.test(state.name)) names.push(state.key);
      for (const { target } of state.transitions) if (target) names.push(target);
    }
    for (const name of names) {
      if (!AMBIGUOUS.test(name.value) || !isPlain(tree, name)) continue;
      yield {
        span: name.span,
        message: `A bare ${name.value} is the name of a state to YAML 1.2 and ${truth(name.value)} to YAML 1.1.`,
        fixes: [
          {
            title: `Change to "${name.value}" in quotes`,
            edits: [{ span: name.span, newText: `"${name.value}"` }],
            safe: true,
          },
        ],
      };
    }
  },
});

const AMBIGUOUS = /^(?:y|yes|n|no|on|off)$/i;

function truth(text: string): string {
  return /^(?:y|yes|on)$/i.test(text) ? 'true' : 'false';
}

function isPlain({ source }: Tree, { span, value }: StringNode): boolean {
  return source.text.slice(source.fromHost(span.start), source.fromHost(span.end)) === value;
}
