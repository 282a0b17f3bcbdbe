import { constructsOf, lastName, titled, type Construct } from '../../model/code/constructs';
import type { CodeFile } from '../../model/code';
import { defineRule } from '../rule';

export default defineRule({
  id: 'cdk/retry-on-service-exceptions-off',
  subject: 'code',
  severity: 'info',
  summary: 'A task of the CDK that calls Lambda retries what Lambda says is passing.',
  why: 'By default the CDK retries service errors of Lambda, as AWS advises. Switched off, and with no retry of its own, one such error ends the execution.',
  reference: 'https://docs.aws.amazon.com/step-functions/latest/dg/bp-lambda-serviceexception.html',
  note: 'errors',
  bad: [
    {
      text: `import * as tasks from "aws-cdk-lib/aws-stepfunctions-tasks";

export function load(scope, lambdaFunction) {
  return new tasks.LambdaInvoke(scope, "Load", { lambdaFunction, «retryOnServiceExceptions»: false });
}
`,
    },
  ],
  good: [
    `import * as tasks from "aws-cdk-lib/aws-stepfunctions-tasks";

export function load(scope, lambdaFunction) {
  const load = new tasks.LambdaInvoke(scope, "Load", { lambdaFunction, retryOnServiceExceptions: false });
  load.addRetry({ maxAttempts: 5 });
  return load;
}
`,
  ],

  *check(code) {
    for (const construct of constructsOf(code)) {
      if (construct.type !== 'stepfunctionstasks.LambdaInvoke') continue;
      const retry = construct.properties.get('retryOnServiceExceptions');
      if (retry?.value.kind !== 'constant' || retry.value.value !== false || addsRetry(construct, code))
        continue;
      if (lastName(construct.properties.get('integrationPattern')?.value) === 'WAIT_FOR_TASK_TOKEN') continue;
      yield {
        span: retry.key,
        message: `${titled('The task', construct)} retries no passing error of Lambda.`,
      };
    }
  },
});

/**
 * True where a retry is added in the same statement, or anywhere to the name that the task is kept under.
 * A task under no name is returned or listed: a retry that is added anywhere may be its own.
 */
function addsRetry({ call, placed }: Construct, { program, placed: { calls } }: CodeFile): boolean {
  const { statement } = placed;
  const { start, end } = statement.span;
  if (/\.add_?[rR]etry\b/.test(program.text.slice(start, end))) return true;
  const [target] = statement.kind === 'assign' && statement.value === call ? statement.targets : [];
  const name = target?.kind === 'name' || target?.kind === 'member' ? target.name : undefined;
  return calls.some(({ call: { callee } }) => {
    if (callee.kind !== 'member' || !/^add_?[rR]etry$/.test(callee.name)) return false;
    const { object } = callee;
    return (
      name === undefined || ((object.kind === 'name' || object.kind === 'member') && object.name === name)
    );
  });
}
