import type { Block, Expression, LoopStatement, Statement, TryStatement } from '../../syntax/code/ast';
import { dottedName, walkBlock } from '../../syntax/code/walk';
import type { CodeFile } from './codeFile';
import type { Failures } from './failures';
import { within } from './failures';
import { around, type Place } from './place';
import { asksAfter, asksForAnswer, speaksOfPages, speaksOfProgress } from './progress';
import { asksAfterJob } from './job';
import { isAwsCall, type RemoteCall } from './remoteCall';
import type { Repetition } from './repetition';
import type { Sleep } from './sleep';

type Found = Pick<Repetition, 'kind' | 'calls'>;

/** The loops of a program that make remote calls again, most with a pause: retries and polls; items one by one are neither. */
export function repeatingLoops(code: CodeFile, failures: Failures): Repetition[] {
  return code.placed.statements.flatMap(({ statement, place }) =>
    statement.kind === 'loop' ? (read(code, failures, statement, place) ?? []) : [],
  );
}

function read(code: CodeFile, failures: Failures, loop: LoopStatement, place: Place): Repetition | undefined {
  const sleep = sleepIn(code, loop);
  if (!sleep) return busyPoll(code, failures, loop, place);
  const found =
    poll(code, failures, loop, place) ?? retry(code, failures, loop) ?? refused(code, failures, loop);
  if (!found) return undefined;
  const count = rounds(loop);
  const seconds = count === undefined || sleep.seconds === undefined ? undefined : count * sleep.seconds;
  return { by: 'The loop', head: loop.head, span: loop.span, place, seconds, ...found };
}

/** A loop that asks after a job without a pause: only of jobs, as other status is often read page by page. */
function busyPoll(code: CodeFile, failures: Failures, loop: LoopStatement, place: Place) {
  const found = loop.loop === 'while' ? poll(code, failures, loop, place) : undefined;
  const calls = found?.calls.filter(
    (call) => isAwsCall(call) && (asksAfterJob(call) || ONE_RUN.test(call.action)),
  );
  if (!calls?.length || !endsWhenDone(code, loop)) return undefined;
  return {
    kind: 'poll' as const,
    by: 'The loop',
    head: loop.head,
    span: loop.span,
    place,
    isBusy: true,
    calls,
  };
}

/** Questions after work that no state waits for by ".sync". */
const ONE_RUN = /^(?:describeStatement|getCrawler)$/;

/** True where a loop goes on until work is done, and not until a list of it is at its end. */
function endsWhenDone({ program: { text } }: CodeFile, { over, body }: LoopStatement): boolean {
  const speaks = ({ span }: Expression): boolean => speaksOfProgress(text.slice(span.start, span.end));
  if (over && speaks(over)) return true;
  let ends = false;
  walkBlock(body, {
    statement: (statement) => {
      if (statement.kind !== 'if') return;
      ends ||= statement.branches.some(
        ({ condition, body: branch }) => condition !== undefined && speaks(condition) && leaves(branch),
      );
    },
  });
  return ends;
}

/** A pause that each round of this very loop may take, also in a function that the round calls. */
function sleepIn({ sleeps, placed, names }: CodeFile, loop: LoopStatement): Sleep | undefined {
  const own = sleeps.find(({ call, place }) => within(call.span, loop.span) && loopOf(place) === loop);
  if (own) return own;
  for (const { call, place } of placed.callsIn(loop.body)) {
    const units = names.called(call, place.unit);
    if (units.length === 0 || loopOf(place) !== loop) continue;
    for (const unit of units) {
      const inside = sleeps.find(({ place: at }) => at.unit === unit && loopOf(at) === undefined);
      if (inside) return inside;
    }
  }
  return undefined;
}

function loopOf(place: Place): LoopStatement | undefined {
  for (const at of around(place, { intoCallers: true })) if (at.of?.kind === 'loop') return at.of;
  return undefined;
}

function poll(code: CodeFile, failures: Failures, loop: LoopStatement, { block }: Place): Found | undefined {
  const { program, placed } = code;
  if (loop.loop === 'for' && !counts(loop)) return undefined;
  const { over } = loop;
  const inHead = over ? placed.callsIn(block).filter(({ call }) => within(call.span, over.span)) : [];
  const calls = [...inHead.flatMap((call) => failures.remoteOf(call)), ...failures.ranIn(loop.body)];
  const reads = [...new Set(calls)].filter(asksAfter);
  if (reads.length === 0) return undefined;
  const conditions = conditionsOf(code, loop).map(({ span }) => program.text.slice(span.start, span.end));
  if (conditions.length > 0 && conditions.every(speaksOfPages)) return undefined;
  // What a server answers with says whether the call failed; how far work is, only a word in the answer does.
  const isAnswer = reads.every(({ kind }) => kind === 'http') && conditions.some(asksForAnswer);
  const progress = isAnswer
    ? conditions.filter((each) => !asksForAnswer(each) && /['"`]/.test(each))
    : conditions;
  return progress.some(speaksOfProgress) ? { kind: 'poll', calls: reads } : undefined;
}

function remoteInLoop(failures: Failures, loop: LoopStatement): readonly RemoteCall[] {
  const inTries: RemoteCall[] = [];
  walkBlock(loop.body, {
    statement: (statement) => {
      if (statement.kind === 'try') inTries.push(...failures.remoteIn(statement.body));
    },
  });
  return [...failures.remoteIn(loop.body), ...inTries];
}

/** What a loop is ended or held by: its own condition, and those around what ends it, waits or sets a flag. */
function conditionsOf(code: CodeFile, loop: LoopStatement): Expression[] {
  const own = loop.loop === 'while' && loop.over ? [loop.over] : [];
  const deciding: Expression[] = [];
  const others: Expression[] = [];
  const endsAnyway = alwaysLeaves(loop.body);
  walkBlock(loop.body, {
    statement: (statement) => {
      if (statement.kind !== 'if') return;
      // An item that is left out or kept, by its own state, says nothing about the loop.
      const decision = statement.branches.some(({ body }) => decides(code, loop, body, endsAnyway));
      for (const { condition } of statement.branches)
        if (condition) (decision ? deciding : others).push(condition);
    },
  });
  return [...own, ...(deciding.length > 0 ? deciding : others)];
}

function decides(
  { sleeps, names }: CodeFile,
  { over }: LoopStatement,
  body: Block,
  endsAnyway: boolean,
): boolean {
  if (sleeps.some(({ call }) => within(call.span, body.span))) return true;
  let found = false;
  walkBlock(body, {
    statement: (statement) => {
      if (/^(?:break|return|raise)$/.test(statement.kind)) found = true;
      if (statement.kind === 'continue') found ||= endsAnyway;
      if (statement.kind !== 'assign') return;
      const isFlag = statement.value.kind === 'constant';
      const isAsked = (name: string): boolean =>
        over !== undefined &&
        names.readsOf(name).some((offset) => over.span.start <= offset && offset < over.span.end);
      found ||= statement.targets.some(({ kind }) => isFlag && kind === 'name');
      found ||= statement.targets.some((target) => target.kind === 'name' && isAsked(target.name));
    },
  });
  return found;
}

function retry(code: CodeFile, failures: Failures, loop: LoopStatement): Found | undefined {
  if (loop.loop === 'for' && !counts(loop)) return undefined;
  for (const attempt of attemptsIn(loop)) {
    const calls = failures.remoteIn(attempt.body);
    const goesOn = attempt.handlers.some(({ body }) => continues(body) || !alwaysLeaves(body));
    if (calls.length > 0 && goesOn && endsOnSuccess(code, loop, attempt)) return { kind: 'retry', calls };
  }
  return undefined;
}

/** Requests that are made again while the server refuses them, which no `try` says: `if r.status_code == 200: return`. */
function refused({ program, sleeps }: CodeFile, failures: Failures, loop: LoopStatement): Found | undefined {
  if (loop.loop === 'for' && !counts(loop)) return undefined;
  const calls = [...new Set(remoteInLoop(failures, loop))].filter(({ kind }) => kind === 'http');
  if (calls.length === 0) return undefined;
  let again = false;
  walkBlock(loop.body, {
    statement: (statement) => {
      if (statement.kind !== 'if') return;
      for (const { condition, body } of statement.branches) {
        const asked =
          condition && asksForAnswer(program.text.slice(condition.span.start, condition.span.end));
        if (asked === 'good') again ||= leaves(body);
        if (asked === 'bad')
          again ||= !alwaysLeaves(body) && sleeps.some(({ call }) => within(call.span, body.span));
      }
    },
  });
  return again ? { kind: 'retry', calls } : undefined;
}

/** The tries that each round goes through, those in loops inside it excluded. */
function attemptsIn(loop: LoopStatement): TryStatement[] {
  const found: TryStatement[] = [];
  const visit = (block: Block): void => {
    for (const statement of block.statements) {
      if (statement.kind === 'try') found.push(statement);
      else if (statement.kind === 'if') statement.branches.forEach(({ body }) => visit(body));
      else if (statement.kind === 'with') visit(statement.body);
    }
  };
  visit(loop.body);
  return found;
}

function endsOnSuccess({ names }: CodeFile, loop: LoopStatement, attempt: TryStatement): boolean {
  const ways: Block[] = [attempt.body, ...(attempt.otherwise ? [attempt.otherwise] : [])];
  if (ways.some((block) => leaves(block))) return true;
  const after = loop.body.statements.slice(loop.body.statements.indexOf(attempt) + 1);
  if (
    loop.body.statements.includes(attempt) &&
    after.some((statement) => statement.kind === 'break' || statement.kind === 'return')
  )
    return true;
  // A flag that the loop's condition reads.
  const { over } = loop;
  if (loop.loop !== 'while' || !over) return false;
  let flagged = false;
  for (const block of ways) {
    walkBlock(block, {
      statement: (statement) => {
        if (statement.kind !== 'assign') return;
        for (const target of statement.targets) {
          if (target.kind !== 'name') continue;
          flagged ||= names
            .readsOf(target.name)
            .some((offset) => over.span.start <= offset && offset < over.span.end);
        }
      },
    });
  }
  return flagged;
}

/** True where a block can leave the loop that it is in. */
function leaves(block: Block): boolean {
  return block.statements.some((statement) => {
    if (statement.kind === 'break' || statement.kind === 'return') return true;
    if (statement.kind === 'if') return statement.branches.some(({ body }) => leaves(body));
    if (statement.kind === 'with') return leaves(statement.body);
    return statement.kind === 'try' ? leaves(statement.body) : false;
  });
}

/** True where a block can go on with the next round at once. */
function continues(block: Block): boolean {
  return block.statements.some((statement) => {
    if (statement.kind === 'continue') return true;
    return statement.kind === 'if' && statement.branches.some(({ body }) => continues(body));
  });
}

/** True where a block never comes to its end: then there is no next round. */
function alwaysLeaves(block: Block): boolean {
  return block.statements.some((statement: Statement) => {
    if (statement.kind === 'raise' || statement.kind === 'return' || statement.kind === 'break') return true;
    if (statement.kind !== 'if') return false;
    const complete = statement.branches.some(({ condition }) => condition === undefined);
    return complete && statement.branches.every(({ body }) => alwaysLeaves(body));
  });
}

/** True for `for` loops that count rounds: `range(3)`, `i < 3`, a list of numbers. */
function counts({ over }: LoopStatement): boolean {
  if (!over) return true;
  if (over.kind === 'other') return over.operators.some((operator) => /^(?:[<>]=?|!==?)$/.test(operator));
  if (over.kind === 'list') return over.items.every(({ kind }) => kind === 'number');
  return (
    over.kind === 'call' && /^(?:range|xrange|itertools\.count|count)$/.test(dottedName(over.callee) ?? '')
  );
}

function rounds({ over }: LoopStatement): number | undefined {
  if (over?.kind === 'list') return over.items.length;
  if (over?.kind === 'other') {
    const [, limit] = over.parts;
    return limit?.kind === 'number' && over.operators[0]?.startsWith('<') ? limit.value : undefined;
  }
  if (over?.kind !== 'call' || dottedName(over.callee) !== 'range') return undefined;
  const numbers = over.arguments.map(({ value }) => (value.kind === 'number' ? value.value : undefined));
  if (numbers.length === 1) return numbers[0];
  const [from, to] = numbers;
  return from === undefined || to === undefined ? undefined : to - from;
}
