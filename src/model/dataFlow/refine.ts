import { readPathOrIntrinsic } from '../expressions';
import { leadingNames } from '../inputReads';
import { get, getItems, getString } from '../../syntax/navigate';
import type { ObjectNode, Property, TreeNode } from '../../syntax/tree';
import { adjusted } from './access';
import { joinAll } from './join';
import {
  ABSENT,
  BOOLEAN,
  KIND,
  NULL,
  NUMBER,
  TEXT,
  UNKNOWN,
  oneOf,
  present,
  shapeOf,
  type Member,
  type Shape,
} from './shape';

/** What a value is where a choice rule applies to it; as it was where the rule says nothing. */
export function refined(shape: Shape, rule: ObjectNode): Shape {
  return holding(shape, rule) ?? shape;
}

/** What a value is where a choice rule does not apply to it. */
export function refused(shape: Shape, rule: ObjectNode): Shape {
  return failing(shape, rule) ?? shape;
}

/** `undefined` where the rule cannot hold for such a value. */
function holding(shape: Shape, rule: ObjectNode): Shape | undefined {
  const and = getItems(rule, 'And');
  if (and.length > 0) {
    let at: Shape | undefined = shape;
    for (const each of and) if (at && each.kind === 'object') at = holding(at, each);
    return at;
  }
  const or = getItems(rule, 'Or').filter((each) => each.kind === 'object');
  if (or.length > 0) {
    const ways = or.map((each) => holding(shape, each)).filter((each) => each !== undefined);
    return ways.length > 0 ? joinAll(ways) : undefined;
  }
  const not = get(rule, 'Not');
  if (not?.kind === 'object') return failing(shape, not);
  return compared(shape, rule, true);
}

function failing(shape: Shape, rule: ObjectNode): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const each of getItems(rule, 'Or')) if (at && each.kind === 'object') at = failing(at, each);
  if (at !== shape) return at;
  const not = get(rule, 'Not');
  if (not?.kind === 'object') return holding(shape, not);
  return compared(shape, rule, false);
}

function compared(shape: Shape, rule: ObjectNode, holds: boolean): Shape | undefined {
  const names = namesOf(getString(rule, 'Variable')?.value);
  const operator = rule.properties.find(({ name }) => OPERATOR.test(name));
  if (!names || !operator) return shape;
  const name = operator.name;
  if (name !== 'IsPresent') return adjusted(shape, names, (found) => tested(found, operator, holds));
  if (operator.value?.kind !== 'boolean') return shape;
  if (operator.value.value === holds) return adjusted(shape, names, there);
  // It may be what is around it that is missing.
  return names.length === 1 ? adjusted(shape, names, missing) : shape;
}

const OPERATOR = /^(?:Is[A-Z]|String|Numeric|Boolean|Timestamp)/;

/** The names that lead to a variable of a rule, where it is the input that they lead into. */
function namesOf(variable: string | undefined): readonly string[] | undefined {
  const path = variable?.startsWith('$') ? readPathOrIntrinsic(variable).path : undefined;
  if (path?.root !== 'input') return undefined;
  const names = leadingNames(path);
  return names.length === path.segments.length ? names : undefined;
}

function there({ shape }: Member): Member | undefined {
  return shape.kinds === 0 ? undefined : present(shape);
}

function missing({ optional }: Member): Member | undefined {
  return optional ? ABSENT : undefined;
}

/** Comparing what is missing ends the execution, so the value is there whatever comes out. */
function tested({ shape }: Member, { name, value }: Property, holds: boolean): Member | undefined {
  const wanted = holds ? kindOf(name, value) : undefined;
  const left = wanted ? common(shape, wanted) : without(shape, name, value, holds);
  return left.kinds === 0 ? undefined : present(left);
}

function kindOf(operator: string, value: TreeNode | undefined): Shape | undefined {
  if (operator.startsWith('Is')) {
    return value?.kind === 'boolean' && value.value === true ? KINDS[operator] : undefined;
  }
  if (operator === 'StringEquals' && value?.kind === 'string' && !value.dynamic) return oneOf([value.value]);
  return KINDS[/^[A-Z][a-z]+/.exec(operator)?.[0] ?? ''];
}

const KINDS: Readonly<Record<string, Shape | undefined>> = {
  IsNull: NULL,
  IsString: TEXT,
  IsNumeric: NUMBER,
  IsBoolean: BOOLEAN,
  IsTimestamp: TEXT,
  String: TEXT,
  Numeric: NUMBER,
  Boolean: BOOLEAN,
  Timestamp: TEXT,
};

function common(shape: Shape, wanted: Shape): Shape {
  if (shape === UNKNOWN) return wanted;
  if (!(shape.kinds & wanted.kinds)) return shapeOf({ kinds: 0 });
  if (wanted.kinds !== KIND.string) return wanted;
  const { texts } = shape;
  if (!wanted.texts || !texts) return texts ? oneOf(texts) : wanted;
  const both = wanted.texts.filter((text) => texts.includes(text));
  return both.length > 0 ? oneOf(both) : shapeOf({ kinds: 0 });
}

/** What is left when the value is known not to be `null`, or not to be one text. */
function without(shape: Shape, operator: string, value: TreeNode | undefined, holds: boolean): Shape {
  const isNull = operator === 'IsNull' && value?.kind === 'boolean' ? value.value === holds : undefined;
  if (isNull === false && shape !== UNKNOWN) return shapeOf({ ...shape, kinds: shape.kinds & ~KIND.null });
  if (operator === 'StringEquals' && !holds && value?.kind === 'string' && !value.dynamic && shape.texts) {
    const texts = shape.texts.filter((text) => text !== value.value);
    if (texts.length > 0) return shapeOf({ ...shape, texts });
    return shapeOf({ ...shape, texts: undefined, kinds: shape.kinds & ~KIND.string });
  }
  return shape;
}
