import { within, type PlacedCall } from '../../model/code';
import type { FunctionUnit, Program } from '../../syntax/code/ast';
import { walkBlock } from '../../syntax/code/walk';
import { defineRule, type Fix } from '../rule';

export default defineRule({
  id: 'lambda/async-foreach',
  subject: 'code',
  severity: 'error',
  summary: 'A handler waits for all that it starts for the items of a list.',
  why: '"forEach" does not wait for the promises of an async function. The handler returns before they are done, the environment is frozen, and what was under way is lost or finished by a later call.',
  reference: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
  note: 'lambda#one-function',
  bad: [
    {
      text: `export const handler = async (event) => {
  event.Records.«forEach»(async (record) => {
    await store(record);
  });
};
`,
      fixed: `export const handler = async (event) => {
  await Promise.all(event.Records.map(async (record) => {
    await store(record);
  }));
};
`,
    },
  ],
  good: [
    `export const handler = async (event) => {
  await Promise.all(event.Records.map(async (record) => store(record)));
  event.Records.forEach((record) => console.log(record));
};
`,
  ],

  *check(code) {
    if (code.program.language !== 'typescript') return;
    for (const placed of code.placed.calls) {
      const { callee, arguments: passed } = placed.call;
      const [first] = passed;
      if (callee.kind !== 'member' || first?.value.kind !== 'functionValue') continue;
      if (callee.name !== 'forEach' && !(callee.name === 'map' && isUnused(placed))) continue;
      const each = first.value.function;
      if (!each.isAsync || !awaits(each) || !code.handlerOf(placed.place.unit)) continue;
      yield {
        span: callee.nameSpan,
        message: `The "${callee.name}" does not wait for its async function, so the handler returns before the items are done.`,
        fixes: waitForAll(code.program, placed),
      };
    }
  },
});

/** True where the promises that a `map` returns are given to nobody. */
function isUnused({ call, statement }: PlacedCall): boolean {
  return statement.kind === 'expression' && statement.value === call;
}

function awaits({ body }: FunctionUnit): boolean {
  let awaited = false;
  walkBlock(body, { expression: ({ kind }) => void (kind === 'await' && (awaited = true)) });
  return awaited;
}

/** `await Promise.all(list.map(…))`, where the call is a statement of an async function. */
function waitForAll({ text }: Program, { call, statement, place }: PlacedCall): readonly Fix[] {
  const isWhole =
    statement.kind === 'expression' && statement.value === call && within(call.span, statement.span);
  if (!isWhole || !place.unit?.isAsync || call.callee.kind !== 'member') return [];
  const { start, end } = call.span;
  const { nameSpan } = call.callee;
  if (text.slice(nameSpan.start - 2, nameSpan.start) === '?.') return [];
  return [
    {
      title: 'Wait for all items',
      safe: true,
      edits: [
        { span: { start, end: start }, newText: 'await Promise.all(' },
        { span: nameSpan, newText: 'map' },
        { span: { start: end, end }, newText: ')' },
      ],
    },
  ];
}
