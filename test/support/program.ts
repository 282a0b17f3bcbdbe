import type { Block, Expression, Program, Statement } from '../../src/syntax/code/ast';

/** A program as one line a statement, indented as it is nested: what the readers made of a text. */
export function outline({ body }: Program): string {
  return lines(body, '').join('\n');
}

function lines(block: Block, indent: string): string[] {
  return block.statements.flatMap((statement) => {
    const [head, ...parts] = show(statement);
    return [
      `${indent}${head as string}`,
      ...(parts as (readonly [string, Block])[]).flatMap(([title, inner]) => [
        ...(title ? [`${indent}${title}`] : []),
        ...lines(inner, `${indent}  `),
      ]),
    ];
  });
}

function show(statement: Statement): (string | readonly [string, Block])[] {
  switch (statement.kind) {
    case 'import': {
      const names = [...statement.names].map(([local, name]) =>
        name === undefined ? `* as ${local}` : `${name} as ${local}`,
      );
      return [`import ${statement.module}: ${names.join(', ')}`];
    }
    case 'function': {
      const decorators = statement.decorators.map((decorator) => `@${words(decorator)} `).join('');
      const passed = statement.parameters.map(
        ({ name, value, pattern }) =>
          `${name}${pattern ? words(pattern) : ''}${value ? `=${words(value)}` : ''}`,
      );
      const word = statement.isAsync ? 'async function' : 'function';
      return [`${decorators}${word} ${statement.name}(${passed.join(', ')})`, ['', statement.body]];
    }
    case 'class':
      return [`class ${statement.name}(${statement.bases.map(words).join(', ')})`, ['', statement.body]];
    case 'try':
      return [
        'try',
        ['', statement.body],
        ...statement.handlers.map(({ types, name, body }): readonly [string, Block] => [
          `except ${types.map(words).join(' or ') || 'all'}${name ? ` as ${name}` : ''}`,
          body,
        ]),
        ...(statement.otherwise ? [['else', statement.otherwise] as const] : []),
        ...(statement.finally ? [['finally', statement.finally] as const] : []),
      ];
    case 'loop': {
      const targets = statement.targets.map(words).join(', ');
      return [
        `${statement.loop} ${targets ? `${targets} in ` : ''}${statement.over ? words(statement.over) : ''}`,
        ['', statement.body],
      ];
    }
    case 'if':
      return [
        'if',
        ...statement.branches.map(({ condition, body }): readonly [string, Block] => [
          `when ${condition ? words(condition) : 'else'}`,
          body,
        ]),
      ];
    case 'with':
      return [
        `with ${statement.items.map(({ value, name }) => `${words(value)}${name ? ` as ${name}` : ''}`).join(', ')}`,
        ['', statement.body],
      ];
    case 'assign':
      return [`${statement.targets.map(words).join(' = ')} = ${words(statement.value)}`];
    case 'expression':
      return [statement.value ? words(statement.value) : ''];
    case 'return':
    case 'raise':
      return [`${statement.kind}${statement.value ? ` ${words(statement.value)}` : ''}`];
    default:
      return [[statement.kind, ...statement.values.map(words)].join(' ')];
  }
}

function words(expression: Expression): string {
  switch (expression.kind) {
    case 'string':
      return `${expression.dynamic ? 'f' : ''}"${expression.value}"`;
    case 'number':
    case 'constant':
      return String(expression.value);
    case 'name':
      return expression.name;
    case 'member':
      return `${words(expression.object)}.${expression.name}`;
    case 'index':
      return `${words(expression.object)}[${expression.indexes.map(words).join(', ')}]`;
    case 'call': {
      const passed = expression.arguments.map(
        ({ name, spread, value }) => `${spread ? '...' : ''}${name ? `${name}=` : ''}${words(value)}`,
      );
      return `${expression.isNew ? 'new ' : ''}${words(expression.callee)}(${passed.join(', ')})`;
    }
    case 'list':
      return `[${expression.items.map(words).join(', ')}]`;
    case 'object':
      return `{${expression.entries.map(({ key, value }) => `${key ?? '*'}: ${words(value)}`).join(', ')}}`;
    case 'functionValue': {
      const { isAsync, name, parameters, body } = expression.function;
      const passed = parameters.map(
        (parameter) => parameter.name || (parameter.pattern ? words(parameter.pattern) : ''),
      );
      return `${isAsync ? 'async ' : ''}${name}(${passed.join(', ')}) => <${lines(body, '').join('; ')}>`;
    }
    case 'await':
      return `await ${words(expression.value)}`;
    default:
      return `(${[expression.operators.join(' '), ...expression.parts.map(words)].filter(Boolean).join(' ')})`;
  }
}
