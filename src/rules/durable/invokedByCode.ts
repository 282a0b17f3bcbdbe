import type { CodeFile } from '../../model/code';
import { constructsOf } from '../../model/code/constructs';
import type { Expression } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Finding, RuleContext } from '../rule';

/** Where code starts a durable function by its name alone: through an SDK, or as a target in the CDK. */
export function* invokedByCode(code: CodeFile, { workspace }: RuleContext): Iterable<Finding> {
  yield* byConstruct(code);
  const durable = workspace?.parts.filter(({ kind, isDurable }) => kind === 'function' && isDurable) ?? [];
  if (durable.length === 0) return;
  for (const call of code.awsCalls) {
    if (call.service !== 'lambda' || !/^invoke/.test(call.action) || call.argument('Qualifier')) continue;
    const given = call.argument('FunctionName');
    const value = given?.kind === 'name' ? only(code.names.valuesOf(given.name, call.unit)) : given;
    const name = value?.kind === 'string' && !value.dynamic ? unqualified(value.value) : undefined;
    const called = durable.find((part) => name !== undefined && [part.id, ...part.aliases].includes(name));
    if (!called || !given) continue;
    yield {
      span: given.span,
      message: `"${call.name}" starts the durable function "${name}" without saying which version.`,
      related: [{ uri: called.path, span: called.span, message: `"${called.name}" is durable.` }],
    };
  }
}

/** The name in a name or ARN that ends with it. */
function unqualified(text: string): string | undefined {
  if (!text.startsWith('arn:')) return text.includes(':') ? undefined : text;
  return /^arn:[^:]*:lambda:[^:]*:[^:]*:function:([^:]+)$/.exec(text)?.[1];
}

function only(values: readonly Expression[]): Expression | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** Targets and tasks of the CDK that are given the function itself, and no version or alias of it. */
function* byConstruct(code: CodeFile): Iterable<Finding> {
  const constructs = constructsOf(code);
  const durable = new Map(
    constructs
      .filter(({ type, properties }) => /Function$/.test(type) && properties.has('durableConfig'))
      .flatMap(({ placed: { statement }, id }) =>
        statement.kind === 'assign'
          ? statement.targets.map((target) => [dottedName(target), id] as const)
          : [],
      ),
  );
  if (durable.size === 0) return;
  const given = [
    ...constructs.flatMap(({ type, properties }) =>
      type === 'stepfunctionstasks.LambdaInvoke' ? (properties.get('lambdaFunction')?.value ?? []) : [],
    ),
    ...code.placed.calls.flatMap(({ call }) =>
      /(?:^|\.)LambdaFunction$/.test(dottedName(call.callee) ?? '') ? (call.arguments[0]?.value ?? []) : [],
    ),
  ];
  for (const value of given) {
    const id = durable.get(dottedName(value));
    if (id === undefined) continue;
    yield {
      span: value.span,
      message: `The durable function "${id}" is given without saying which version.`,
    };
  }
}
