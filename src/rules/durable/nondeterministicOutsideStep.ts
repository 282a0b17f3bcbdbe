import { around, operationAround, replayedBy, type CodeFile, type PlacedCall } from '../../model/code';
import type { FunctionUnit } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import { defineRule } from '../rule';

export default defineRule({
  id: 'durable/nondeterministic-outside-step',
  subject: 'code',
  severity: 'error',
  summary: 'A durable handler takes times and random values inside a step.',
  why: 'A durable function runs from its beginning again after each wait, and only steps remember what they gave. A time, random number or new id outside a step is another one at each replay, so branches and side effects differ.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/durable-best-practices.html',
  note: 'lambda#durable-functions',
  bad: [
    {
      text: `import uuid
from aws_durable_execution_sdk_python import DurableContext, durable_execution

@durable_execution
def lambda_handler(event, context: DurableContext):
    order = event.get("order", str(«uuid.uuid4()»))
    context.step(lambda _: print(order), name="store")
    return {"order": order}
`,
    },
    {
      text: `import { withDurableExecution } from '@aws/durable-execution-sdk-js';

export const handler = withDurableExecution(async (event, context) => {
  const id = \`order-\${«Date.now()»}\`;
  await context.step('store', async () => ({ id, at: new Date().toISOString() }));
  await context.wait({ seconds: 60 });
  return id;
});
`,
    },
  ],
  good: [
    `import uuid
from aws_durable_execution_sdk_python import DurableContext, durable_execution

@durable_execution
def lambda_handler(event, context: DurableContext):
    def ask(callback_id, _):
        print(uuid.uuid4(), callback_id)
    order = context.step(lambda _: str(uuid.uuid4()), name="id")
    return context.wait_for_callback(ask, name=order)
`,
    `export const handler = async (event) => ({ id: Date.now() });
`,
  ],

  *check(code) {
    for (const handler of code.handlers) {
      if (!handler.isDurable) continue;
      for (const { unit, context } of replayedBy(code, handler)) {
        for (const placed of code.placed.callsIn(unit.body)) {
          if (!isIn(unit, placed) || !differs(code, placed) || isLogged(placed)) continue;
          if (operationAround(code, placed, context)) continue;
          const { span } = placed.call;
          const words = code.program.text.slice(span.start, span.end).replace(/\s+/g, ' ');
          yield {
            span,
            severity: placed.statement.kind === 'return' ? 'info' : undefined,
            message: `"${words}" outside of a step gives another value each time the function is replayed.`,
          };
        }
      }
    }
  },
});

/** True in a function's own code, and in functions written into it as values: what it calls by name may be a step. */
function isIn(unit: FunctionUnit, { place }: PlacedCall): boolean {
  for (const at of around(place, { intoCallers: true })) if (at.unit === unit) return true;
  return false;
}

const PYTHON =
  /^(?:uuid\.uuid[14]|(?:datetime\.)?datetime\.(?:now|utcnow|today)|(?:datetime\.)?date\.today|time\.(?:time|time_ns|monotonic|perf_counter)|random\.\w+|secrets\.\w+|os\.urandom)$/;
const TYPESCRIPT =
  /^(?:Date\.now|Math\.random|performance\.now|(?:node:)?crypto\.(?:randomUUID|randomBytes|randomInt)|uuid\.v[147]|nanoid(?:\.nanoid)?|ulid(?:\.ulid)?|short-uuid\.generate)$/;

function differs({ names, program }: CodeFile, { call }: PlacedCall): boolean {
  const name = dottedName(call.callee) ?? '';
  const [root, ...rest] = name.split('.');
  const imported = names.imports.get(root);
  const full = imported ? [imported.module, imported.name, ...rest].filter(Boolean).join('.') : name;
  if (program.language === 'python') return PYTHON.test(full);
  if (call.isNew) return name === 'Date' && call.arguments.length === 0;
  return TYPESCRIPT.test(full);
}

/** A line of the log may well differ. */
function isLogged({ statement, call }: PlacedCall): boolean {
  if (statement.kind !== 'expression' || statement.value?.kind !== 'call' || statement.value === call)
    return false;
  return /^(?:print|console\.\w+|(?:.*\.)?(?:logger|log|logging)\.\w+)$/i.test(
    dottedName(statement.value.callee) ?? '',
  );
}
