import {
  HASH_ALGORITHMS,
  INTRINSICS,
  INTRINSIC_CHARACTERS,
  INTRINSIC_NESTING,
  RANGE_ITEMS,
  argumentCounts,
  intrinsicFunction,
  type IntrinsicFunction,
} from '../catalog/intrinsics';
import type { IntrinsicArgument, IntrinsicCall } from './intrinsic';
import { nearest } from './nearest';
import type { ExpressionProblem } from './problem';

/** Looks at names, counts and literal arguments of a call and of the calls in it. */
export function checkIntrinsic(
  call: IntrinsicCall,
  problems: ExpressionProblem[],
  warnings: ExpressionProblem[],
  depth = 1,
): void {
  const name = { start: call.start, end: call.nameEnd };
  if (depth === INTRINSIC_NESTING + 1) {
    const message = `"${call.name}" stands in ${INTRINSIC_NESTING} other calls, and AWS nests at most ${INTRINSIC_NESTING}.`;
    problems.push({ ...name, message });
  }
  const known = intrinsicFunction(call.name);
  if (known === undefined) {
    const meant = nearest(
      withoutPrefix(call.name),
      INTRINSICS.map((intrinsic) => withoutPrefix(intrinsic.name)),
    );
    const suggestion = meant && `States.${meant}`;
    const message = `"${call.name}" is not an intrinsic function.`;
    problems.push({ ...name, message, ...(suggestion && { suggestion }) });
  } else if (checkCount(call, known, problems)) {
    checkTypes(call, known, warnings);
    checkLimits(call, warnings);
  }
  for (const argument of call.arguments) {
    if (argument.kind === 'call') checkIntrinsic(argument, problems, warnings, depth + 1);
  }
}

/** Eight letters that all functions share would make everything alike. */
function withoutPrefix(name: string): string {
  return name.replace(/^States\./, '');
}

function checkCount(call: IntrinsicCall, known: IntrinsicFunction, problems: ExpressionProblem[]): boolean {
  const { minimum, maximum } = argumentCounts(known);
  const count = call.arguments.length;
  if (count >= minimum && count <= maximum) return true;
  const wanted =
    maximum === minimum
      ? plural(minimum)
      : maximum === Infinity
        ? `at least ${plural(minimum)}`
        : `${minimum} to ${plural(maximum)}`;
  const message = `"${call.name}" takes ${wanted} and has ${count} here.`;
  const extra = call.arguments[maximum];
  problems.push(
    extra === undefined
      ? { start: call.start, end: call.nameEnd, message }
      : { start: extra.start, end: call.arguments[count - 1].end, message },
  );
  return false;
}

function plural(count: number): string {
  return count === 0 ? 'no arguments' : count === 1 ? '1 argument' : `${count} arguments`;
}

function checkTypes(call: IntrinsicCall, known: IntrinsicFunction, warnings: ExpressionProblem[]): void {
  for (const [i, argument] of call.arguments.entries()) {
    const parameter = known.parameters[Math.min(i, known.parameters.length - 1)];
    const type = literalType(argument);
    if (type === undefined || parameter.type === 'any' || type === parameter.type) continue;
    if (parameter.type === 'integer' && type === 'number') continue;
    const article = /^[aio]/.test(parameter.type) ? 'an' : 'a';
    const message = `"${parameter.name}" of "${call.name}" is ${article} ${parameter.type}, and a ${type} stands here.`;
    warnings.push({ start: argument.start, end: argument.end, message });
  }
}

function literalType(argument: IntrinsicArgument): string | undefined {
  if (argument.kind === 'text') return 'string';
  return argument.kind === 'literal' && argument.value !== null ? typeof argument.value : undefined;
}

/** What a function refuses when it runs; "Intrinsic functions" in the Step Functions guide. */
function checkLimits(call: IntrinsicCall, warnings: ExpressionProblem[]): void {
  const [first, second, third] = call.arguments;
  const warn = (
    { start, end }: { start: number; end: number },
    message: string,
    suggestion?: string,
  ): void => {
    warnings.push(suggestion === undefined ? { start, end, message } : { start, end, message, suggestion });
  };
  switch (call.name) {
    case 'States.Format': {
      if (first.kind !== 'text' || first.written.includes('${')) return;
      const brace = looseBrace(first.written);
      if (brace !== undefined) {
        const start = first.start + 1 + brace;
        const sign = first.written[brace];
        const message = `A "${sign}" that is no part of "{}" is written "\\${sign}" in a template.`;
        warn({ start, end: start + 1 }, message, `\\${sign}`);
        return;
      }
      const places = first.written.replace(/\\[\s\S]/g, '').split('{}').length - 1;
      const values = call.arguments.length - 1;
      if (places === values) return;
      warn(
        first,
        `The template has ${places} "{}" and ${values} ${values === 1 ? 'value' : 'values'} for them.`,
      );
      return;
    }
    case 'States.ArrayRange': {
      const [from, to, step] = call.arguments.map(numberOf);
      if (step === 0) warn(third, 'The step of "States.ArrayRange" is 0, so it never arrives.');
      if (from === undefined || to === undefined || !step) return;
      const items = Math.floor((to - from) / step) + 1;
      if (items > RANGE_ITEMS) {
        warn(call, `"States.ArrayRange" makes ${items} items here, and AWS allows ${RANGE_ITEMS}.`);
      }
      return;
    }
    case 'States.ArrayPartition': {
      const size = numberOf(second);
      if (size !== undefined && size < 0.5)
        warn(second, `A chunk of "States.ArrayPartition" has ${size} items here.`);
      return;
    }
    case 'States.JsonMerge': {
      if (third.kind !== 'literal' || third.value !== true) return;
      warn(third, '"States.JsonMerge" merges only the top level, so its third argument is false.', 'false');
      return;
    }
    case 'States.Hash': {
      if (second.kind === 'text' && !HASH_ALGORITHMS.includes(second.value) && !second.value.includes('${')) {
        const known = nearest(second.value, HASH_ALGORITHMS);
        const message = `"${second.value}" is not an algorithm of "States.Hash", which has ${HASH_ALGORITHMS.join(', ')}.`;
        warn(second, message, known && `'${known}'`);
      }
      break;
    }
    case 'States.Base64Encode':
    case 'States.Base64Decode':
      break;
    default:
      return;
  }
  if (first.kind === 'text' && first.value.length > INTRINSIC_CHARACTERS) {
    warn(
      first,
      `The text has ${first.value.length} characters, and "${call.name}" takes ${INTRINSIC_CHARACTERS}.`,
    );
  }
}

/** Where the first brace stands that is neither escaped nor half of a place for a value. */
function looseBrace(written: string): number | undefined {
  for (const { 0: found, index } of written.matchAll(/\\[\s\S]|\{\}|[{}]/g))
    if (found.length === 1) return index;
  return undefined;
}

function numberOf(argument: IntrinsicArgument): number | undefined {
  return argument.kind === 'literal' && typeof argument.value === 'number' ? argument.value : undefined;
}
