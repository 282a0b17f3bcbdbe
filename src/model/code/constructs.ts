import type { CallExpression, Expression } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';
import type { CodeFile } from './codeFile';
import type { PlacedCall } from './place';

/** A construct of the CDK where a program makes it. */
export interface Construct {
  /** Module and class, without `aws-` and hyphens: `events.Rule`, `stepfunctionstasks.LambdaInvoke`. */
  readonly type: string;
  readonly placed: PlacedCall;
  readonly call: CallExpression;
  /** What is made: `new events.Rule`, `events.Rule`. */
  readonly head: Span;
  /** The construct's id, where it is written out. */
  readonly id: string;
  /** By the names of TypeScript, those of Python turned into them. */
  readonly properties: ReadonlyMap<string, ConstructProperty>;
  /** True where properties come from elsewhere, so that one that is not here may be there. */
  readonly isOpen: boolean;
}

export interface ConstructProperty {
  readonly key: Span;
  readonly value: Expression;
}

/** The constructs of the CDK's libraries for AWS that a program makes, in the order of the text. */
export function constructsOf(code: CodeFile): Construct[] {
  return code.role === 'cdk' ? code.placed.calls.flatMap((placed) => constructOf(placed, code) ?? []) : [];
}

function constructOf(placed: PlacedCall, code: CodeFile): Construct | undefined {
  const { call } = placed;
  const type = typeOf(call, code);
  const [, id, props] = call.arguments;
  if (!type || call.arguments.length < 2) return undefined;
  const properties = new Map<string, ConstructProperty>();
  let isOpen = false;
  if (code.program.language === 'python') {
    for (const { name, value, span, spread } of call.arguments.slice(2)) {
      if (name === undefined || spread) isOpen = true;
      else
        properties.set(camelCase(name), { key: { start: span.start, end: span.start + name.length }, value });
    }
  } else {
    const given = props && objectOf(props.value, placed, code);
    isOpen = props !== undefined && !given;
    for (const { key, keySpan, value } of given?.entries ?? []) {
      if (key === undefined) isOpen = true;
      else properties.set(key, { key: keySpan, value });
    }
  }
  const head = { start: call.span.start, end: call.callee.span.end };
  return {
    type,
    placed,
    call,
    head,
    id: id.value.kind === 'string' && !id.value.dynamic ? id.value.value : '',
    properties,
    isOpen,
  };
}

/** Properties written at the call or kept under a name before. */
function objectOf(value: Expression, { place }: PlacedCall, { names }: CodeFile) {
  if (value.kind === 'object') return value;
  return value.kind === 'name' ? names.objectOf(value.name, place.unit) : undefined;
}

/** What a message says of a construct: `The job "load"`; without the id where that comes about at run time. */
export function titled(title: string, { id }: Construct): string {
  return id ? `${title} "${id}"` : title;
}

/** Library and class of what a call makes. */
function typeOf({ callee, isNew }: CallExpression, { names, program }: CodeFile): string | undefined {
  if (program.language === 'typescript' && !isNew) return undefined;
  const path = dottedName(callee)?.split('.');
  const imported = path && names.imports.get(path[0]);
  if (!imported) return undefined;
  const whole = [imported.module, ...(imported.name ? [imported.name] : []), ...path.slice(1)];
  const name = whole[whole.length - 1];
  const library = whole
    .slice(0, -1)
    .flatMap((part) => /(?:^|[./])aws[-_]([a-z\d_-]+)$/.exec(part)?.[1] ?? [])
    .filter((part) => !/^cdk/.test(part))
    .at(-1);
  return library && /^[A-Z]/.test(name) ? `${library.replace(/[-_]/g, '')}.${name}` : undefined;
}

/** The members of an object, or what a property class of the CDK for Python is made with. */
export function membersOf(value: Expression | undefined): ReadonlyMap<string, Expression> {
  if (value?.kind === 'object')
    return new Map(value.entries.flatMap(({ key, value: member }) => (key ? [[key, member] as const] : [])));
  if (value?.kind !== 'call') return new Map();
  return new Map(
    value.arguments.flatMap(({ name, value: member }) => (name ? [[name, member] as const] : [])),
  );
}

/** `dead_letter_config` as TypeScript has it: `deadLetterConfig`. */
export function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The last name of a value such as `sfn.StateMachineType.EXPRESS`: `EXPRESS`. */
export function lastName(expression: Expression | undefined): string | undefined {
  return expression && dottedName(expression)?.split('.').at(-1);
}
