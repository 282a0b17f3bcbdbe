import type { Expression } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { CodeFile } from './codeFile';

/** A statement of an IAM policy that a program of the CDK makes. */
export interface CodeStatement {
  readonly allows: boolean;
  /** As they are written out; others are not known. */
  readonly actions: readonly (Expression & { readonly kind: 'string' })[];
  readonly resources: readonly string[];
  readonly isConditional: boolean;
}

/** What `new iam.PolicyStatement({ … })` says, in TypeScript and Python. */
export function policyStatementsOf(code: CodeFile): CodeStatement[] {
  if (code.role !== 'cdk') return [];
  return code.placed.calls.flatMap(({ call }) => {
    if (!/(?:^|\.)PolicyStatement$/.test(dottedName(call.callee) ?? '')) return [];
    const [first] = call.arguments;
    const entries = first?.value.kind === 'object' ? first.value.entries : [];
    const value = (name: string): Expression | undefined =>
      entries.find(({ key }) => key === name)?.value ??
      call.arguments.find((each) => each.name === name)?.value;
    return [
      {
        allows: (dottedName(value('effect') ?? call) ?? '').endsWith('DENY') === false,
        actions: stringsIn(value('actions')),
        resources: stringsIn(value('resources')).map((each) => each.value),
        isConditional: value('conditions') !== undefined,
      },
    ];
  });
}

function stringsIn(value: Expression | undefined): CodeStatement['actions'] {
  return value?.kind === 'list' ? value.items.filter((item) => item.kind === 'string') : [];
}
