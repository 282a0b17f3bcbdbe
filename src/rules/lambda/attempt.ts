import {
  around,
  isAwsCall,
  isRead,
  setsWhatIsReadLater,
  within,
  type CodeFile,
  type PlacedStatement,
  type RemoteCall,
} from '../../model/code';
import type { Expression, TryStatement } from '../../syntax/code/ast';
import { walkBlock, walkExpression } from '../../syntax/code/walk';

/** The remote calls that a try is for; none where its failure is made up for otherwise. */
export function attemptedCalls(
  code: CodeFile,
  placed: PlacedStatement,
  attempt: TryStatement,
): readonly RemoteCall[] {
  if (attempt.handlers.length === 0 || isAside(placed) || setsWhatIsReadLater(code, placed)) return [];
  if (isRepeated(code, attempt) || isAskedForLater(code, placed, attempt)) return [];
  return code.failures.remoteIn(attempt.body).filter((call) => !isTelemetry(call));
}

/** The call that a try is about: what is only read or opened for it comes first and matters less. */
export function chiefOf(calls: readonly RemoteCall[]): RemoteCall | undefined {
  return calls.find((call) => !isRead(call) && !/(?:^|\.)connect$/.test(call.name)) ?? calls[0];
}

/** A try in a handler or `finally` of another: its own failure does not matter. */
function isAside({ place }: PlacedStatement): boolean {
  for (const { of, block } of around(place)) {
    if (of?.kind === 'try' && block !== of.body && block !== of.otherwise) return true;
  }
  return false;
}

/** Metrics and traces: not what a function is for. */
export function isTelemetry(call: RemoteCall): boolean {
  return isAwsCall(call) && /^(?:cloudwatch|logs|xray)$/.test(call.service);
}

/** True where a condition behind the try asks for what the try should have set. */
function isAskedForLater(code: CodeFile, { place }: PlacedStatement, attempt: TryStatement): boolean {
  const behind = attempt.span.end;
  const end = place.unit?.span.end ?? code.program.text.length;
  const reads = [...assignedIn(attempt)].flatMap((name) =>
    code.names.readsOf(name).filter((offset) => behind <= offset && offset < end),
  );
  if (reads.length === 0) return false;
  return code.placed
    .statementsOf(place.unit)
    .some(
      ({ statement }) =>
        statement.kind === 'if' &&
        statement.span.start >= behind &&
        statement.branches.some(({ condition }) =>
          reads.some((offset) => condition && condition.span.start <= offset && offset < condition.span.end),
        ),
    );
}

function assignedIn({ body }: TryStatement): Set<string> {
  const names = new Set<string>();
  walkBlock(body, {
    statement: (statement) => {
      if (statement.kind !== 'assign') return;
      for (const target of statement.targets) if (target.kind === 'name') names.add(target.name);
    },
  });
  return names;
}

function isRepeated(code: CodeFile, { span }: TryStatement): boolean {
  return code.repetitions.some((repeated) => within(span, repeated.span));
}

/** True in a loop over items, those of the event excepted: each of them is a delivery. */
export function isItem({ place }: PlacedStatement): boolean {
  for (const { of } of around(place)) {
    if (of?.kind === 'loop' && of.loop === 'for') return !isRecords(of.over);
  }
  return false;
}

function isRecords(over: Expression | undefined): boolean {
  if (!over) return false;
  let records = false;
  walkExpression(over, {
    expression: (part) => {
      if (part.kind === 'member' && part.name === 'Records') records = true;
      if (part.kind === 'string' && part.value === 'Records') records = true;
      if (part.kind === 'name' && part.name === 'records') records = true;
    },
  });
  return records;
}
