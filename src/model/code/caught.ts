import type { Expression, Handler } from '../../syntax/code/ast';
import { dottedName, walkBlock, walkExpression } from '../../syntax/code/walk';
import type { CodeFile } from './codeFile';
import type { PlacedStatement } from './place';

const EVERYTHING = /(?:^|\.)(?:Exception|BaseException|Error|StandardError)$/;
const ANY_AWS_ERROR = /(?:^|\.)(?:ClientError|BotoCoreError|RequestException|HTTPError)$/;

/** True where a handler takes whatever comes: `except:`, `except Exception`, `catch (e)`. */
export function catchesEverything({ types }: Handler): boolean {
  return types.length === 0 || types.some((type) => EVERYTHING.test(dottedName(type) ?? ''));
}

/** True where a handler takes every error of a service: `except ClientError` too. */
export function catchesAnyCall(handler: Handler): boolean {
  return (
    catchesEverything(handler) || handler.types.some((type) => ANY_AWS_ERROR.test(dottedName(type) ?? ''))
  );
}

/** True where a handler looks at what it caught before it decides. */
export function testsError(handler: Handler): boolean {
  const { name } = handler;
  if (!name) return false;
  const derived = new Set([name]);
  let tests = false;
  const mentions = (expression: Expression): boolean => {
    let found = false;
    walkExpression(expression, {
      expression: (part) => void (part.kind === 'name' && derived.has(part.name) && (found = true)),
    });
    return found;
  };
  walkBlock(handler.body, {
    statement: (statement) => {
      if (statement.kind === 'assign' && mentions(statement.value)) {
        for (const target of statement.targets) if (target.kind === 'name') derived.add(target.name);
      }
      if (statement.kind === 'if') {
        tests ||= statement.branches.some(({ condition }) => condition !== undefined && mentions(condition));
      }
    },
  });
  return tests;
}

/**
 * True where a try only sets anew what has a value already and is read behind it: `done = False`, and in the
 * try `done = True`. Then its failure is told by that value.
 */
export function setsWhatIsReadLater(
  { names, placed }: Pick<CodeFile, 'names' | 'placed'>,
  { statement, place }: PlacedStatement,
): boolean {
  if (statement.kind !== 'try') return false;
  const { body, span } = statement;
  const assigned = new Set<string>();
  walkBlock(body, {
    statement: (inner) => {
      if (inner.kind !== 'assign') return;
      for (const target of inner.targets) if (target.kind === 'name') assigned.add(target.name);
    },
  });
  if (assigned.size === 0) return false;
  const isReadLater = (name: string): boolean =>
    names
      .readsOf(name)
      .some((offset) => offset >= body.span.end && (!place.unit || offset < place.unit.span.end));
  return placed
    .statementsOf(place.unit)
    .some(
      ({ statement: before }) =>
        before.kind === 'assign' &&
        before.span.end <= span.start &&
        before.targets.some(
          (target) => target.kind === 'name' && assigned.has(target.name) && isReadLater(target.name),
        ),
    );
}
