import type { CodeFile } from '../../model/code';
import { constructsOf } from '../../model/code/constructs';
import type { Expression, ObjectEntry } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';

/** A rule of the CDK whose pattern is written out. */
export interface PatternConstruct {
  readonly id: string;
  /** Fields of the pattern, by their names in TypeScript. */
  readonly fields: ReadonlyMap<string, CodeField>;
  /** True where the rule starts work, as far as its targets are seen here. */
  readonly startsWork: boolean;
}

export interface CodeField {
  readonly entry: Pick<ObjectEntry, 'keySpan' | 'value'>;
  /** The texts of a list, where it has nothing but texts. */
  readonly texts?: readonly string[];
}

/** Targets that run something for each event. */
const WORKERS = /(?:^|\.)(?:LambdaFunction|SfnStateMachine|EcsTask|BatchJob|CodeBuildProject|CodePipeline)$/;

/** The rules of the CDK that a program makes with a pattern, nested fields of `detail` under `detail.name`. */
export function patternConstructs(code: CodeFile): PatternConstruct[] {
  return constructsOf(code).flatMap(({ type, id, properties, placed }) => {
    const pattern = type === 'events.Rule' ? properties.get('eventPattern')?.value : undefined;
    const fields = pattern && fieldsOf(pattern);
    if (!fields) return [];
    const name = placed.statement.kind === 'assign' ? dottedName(placed.statement.targets[0]) : undefined;
    const given = properties.get('targets')?.value;
    const added = code.placed.calls.flatMap(({ call }) =>
      name !== undefined && dottedName(call.callee) === `${name}.addTarget` ? call.arguments : [],
    );
    const targets = [...(given?.kind === 'list' ? given.items : []), ...added.map(({ value }) => value)];
    const startsWork = targets.some(
      (target) => target.kind === 'call' && WORKERS.test(dottedName(target.callee) ?? ''),
    );
    return [{ id, fields, startsWork }];
  });
}

/** `undefined` where a part is not written out. */
function fieldsOf(pattern: Expression): Map<string, CodeField> | undefined {
  const fields = new Map<string, CodeField>();
  for (const { key, keySpan, value } of entriesOf(pattern)) {
    if (key === undefined) return undefined;
    const name = key.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
    if (name === 'detail') {
      for (const inner of entriesOf(value)) {
        fields.set(`detail.${inner.key ?? '*'}`, { entry: inner, texts: textsOf(inner.value) });
      }
    } else fields.set(name, { entry: { keySpan, value }, texts: textsOf(value) });
  }
  return fields.size > 0 ? fields : undefined;
}

/** An object's entries, or the keywords of `EventPattern(source=…)`. */
function entriesOf(value: Expression): readonly Pick<ObjectEntry, 'key' | 'keySpan' | 'value'>[] {
  if (value.kind === 'object') return value.entries;
  if (value.kind !== 'call') return [];
  return value.arguments.map(({ name, span, value: given }) => ({
    key: name,
    keySpan: { start: span.start, end: span.start + (name?.length ?? 0) },
    value: given,
  }));
}

function textsOf(value: Expression): string[] | undefined {
  if (value.kind !== 'list') return undefined;
  const texts = value.items.flatMap((item) => (item.kind === 'string' && !item.dynamic ? item.value : []));
  return texts.length === value.items.length ? texts : undefined;
}
