import { contains } from '../../syntax/navigate';
import type { ArrayNode, ObjectNode, Property, Tree, TreeNode } from '../../syntax/tree';
import { alternativesOf } from './alternatives';
import { checkLimits } from './limits';
import type { PatternDialect } from './dialects';
import type { EventPattern, PatternField, PatternGroup, PatternOr } from './eventPattern';
import { readFieldValue } from './fieldValue';
import { kindOf, refuse, type Report } from './operand';
import type { EventPatternProblem } from './problem';

/** Names that cannot be fields inside of `$or`, by AWS's open-source matcher. */
const RESERVED_IN_OR: ReadonlySet<string> = new Set([
  'exactly',
  'equals-ignore-case',
  'prefix',
  'suffix',
  'anything-but',
  'exists',
  'wildcard',
  'numeric',
  'cidr',
  '=',
  '<',
  '<=',
  '>',
  '>=',
  'regex',
  'not-wildcard',
  'not-equals-ignore-case',
  'date-after',
  'date-on-or-after',
  'date-before',
  'date-on-or-before',
  'in-date-range',
  'ip-address-in-range',
  'ip-address-not-in-range',
]);

/**
 * Reads a pattern and judges it as AWS does, in document order: the first error is the one that AWS
 * reports. Of a tree, mistakes of its syntax are problems too; of a node, they are its file's.
 */
export function readEventPattern(source: Tree | TreeNode, dialect: PatternDialect = 'bus'): EventPattern {
  const problems: EventPatternProblem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const isTree = !('kind' in source);
  const node = isTree ? source.root : source;
  if (isTree) reportSyntax(source, report);
  if (node?.kind === 'dynamic') return { node, alternatives: [], problems, isValid: true };
  if (node?.kind !== 'object') {
    const span = node?.span ?? {
      start: 0,
      end: isTree ? source.source.toHost(source.source.text.length) : 0,
    };
    refuse(
      report,
      'not-an-object',
      span,
      `A pattern is an object, and not ${kindOf(node)}.`,
      'Filter is not an object',
    );
    return { node, alternatives: [], problems: inOrder(problems), isValid: false };
  }
  const root = new PatternReader(report).group(node);
  const alternatives = alternativesOf(root, report);
  checkLimits(isTree ? source : node, { root, alternatives }, dialect, report);
  const isValid = !problems.some(({ severity }) => severity === 'error');
  return { node, root, alternatives, problems: inOrder(problems), isValid };
}

/** AWS's matcher stops reading at the end of the object; whether AWS minds what follows is not known. */
function reportSyntax({ format, problems, root }: Tree, report: Report): void {
  for (const { span, message, harmless } of problems) {
    if (harmless && format === 'yaml') continue;
    const follows = root?.kind === 'object' && !contains(root.span, span.start);
    report({
      code: 'syntax',
      severity: follows && span.start > root.span.end ? 'warning' : 'error',
      span,
      message,
    });
  }
}

function inOrder(problems: EventPatternProblem[]): EventPatternProblem[] {
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

class PatternReader {
  readonly #report: Report;
  readonly #steps: string[] = [];
  #insideOr = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  group(node: ObjectNode): PatternGroup {
    const members: (PatternField | PatternOr)[] = [];
    this.#readInto(members, node);
    return { kind: 'group', span: node.span, members };
  }

  #readInto(members: (PatternField | PatternOr)[], node: ObjectNode): void {
    if (node.properties.length === 0) {
      refuse(
        this.#report,
        'empty-object',
        node.span,
        'The object names no field.',
        'Empty objects are not allowed',
      );
    }
    for (const property of node.properties) {
      if (property.name === '$or') this.#or(members, property);
      else this.#field(members, property);
    }
  }

  #field(members: (PatternField | PatternOr)[], { key, value }: Property): void {
    const name = key.value;
    if (this.#insideOr > 0 && RESERVED_IN_OR.has(name)) {
      const message = `"${name}" names an operator or is reserved, and cannot be a field inside of "$or".`;
      const awsMessage = `${name} is Ruler reserved fieldName which cannot be used inside $or.`;
      return refuse(this.#report, 'or-reserved-name', key.span, message, awsMessage);
    }
    if (!value || value.kind === 'dynamic') return;
    this.#steps.push(name);
    if (value.kind === 'object') this.#readInto(members, value);
    else if (value.kind === 'array') members.push(this.#values(key, value));
    else if (!(value.kind === 'string' && value.dynamic)) {
      const message = `The field "${name}" is ${kindOf(value)}; the values that it may have belong in a list.`;
      refuse(this.#report, 'not-an-array', value.span, message, `"${name}" must be an object or an array`);
    }
    this.#steps.pop();
  }

  #values(key: Property['key'], { items, span }: ArrayNode): PatternField {
    if (items.length === 0) {
      const message = `The list of values of "${key.value}" is empty, so that nothing could match.`;
      refuse(this.#report, 'empty-array', span, message, 'Empty arrays are not allowed');
    }
    const tests = items.flatMap((item) => readFieldValue(item, this.#report) ?? []);
    const steps = [...this.#steps];
    return { kind: 'field', steps, path: steps.join('.'), key, span, tests };
  }

  #or(members: (PatternField | PatternOr)[], { key, value }: Property): void {
    if (!value || value.kind === 'dynamic') return;
    if (value.kind !== 'array') {
      const message = `"$or" takes a list of objects, and not ${kindOf(value)}.`;
      return refuse(this.#report, 'or-form', value.span, message, 'It must be an Array followed with $or.');
    }
    const branches: PatternGroup[] = [];
    this.#insideOr++;
    for (const item of value.items) {
      if (item.kind === 'object') branches.push(this.group(item));
      else if (item.kind !== 'dynamic') {
        const message = `A branch of "$or" is an object, and not ${kindOf(item)}.`;
        const awsMessage = 'Only JSON object is allowed in array of $or relationship.';
        refuse(this.#report, 'or-form', item.span, message, awsMessage);
      }
    }
    this.#insideOr--;
    if (value.items.length < 2 && value.items.every(({ kind }) => kind === 'object')) {
      const message = `"$or" has ${value.items.length === 0 ? 'no branch' : 'one branch'}; it needs two at least.`;
      const awsMessage = 'There must have at least 2 Objects in $or relationship.';
      refuse(this.#report, 'or-form', key.span, message, awsMessage);
    }
    members.push({ kind: 'or', span: value.span, branches });
  }
}
