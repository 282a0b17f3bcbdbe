import { contextName, operationAround, operationOf, takesOperations } from '../../model/code';
import { defineRule } from '../rule';

export default defineRule({
  id: 'durable/nested-operation',
  subject: 'code',
  severity: 'error',
  summary: 'Inside a step of a durable function there is no other operation of its context.',
  why: 'A step is run once and remembered as a whole, so steps, waits and calls inside it cannot be remembered and are refused when the function runs. A child context may have steps of its own.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/durable-best-practices.html',
  note: 'lambda#durable-functions',
  bad: [
    {
      text: `import { withDurableExecution } from '@aws/durable-execution-sdk-js';

export const handler = withDurableExecution(async (event, context) => {
  await context.step('order', async () => {
    await «context.wait»({ seconds: 60 });
  });
});
`,
    },
  ],
  good: [
    `import { withDurableExecution } from '@aws/durable-execution-sdk-js';

export const handler = withDurableExecution(async (event, context) => {
  await context.runInChildContext('order', async (child) => {
    await child.wait({ seconds: 60 });
  });
  await context.wait({ seconds: 60 });
});
`,
  ],

  *check(code) {
    for (const handler of code.handlers) {
      const context = handler.isDurable ? contextName(handler) : undefined;
      if (!context) continue;
      for (const placed of code.placed.calls) {
        const operation = operationOf(placed.call, context);
        const outer = operation && operationAround(code, placed, context);
        const around = outer && operationOf(outer, context);
        if (!around || takesOperations(around)) continue;
        yield {
          span: placed.call.callee.span,
          message: `"${operation}" stands inside "${around}", which is remembered as a whole and takes no other operation.`,
          related: [{ span: outer.callee.span, message: `The "${around}" around it.` }],
        };
      }
    }
  },
});
