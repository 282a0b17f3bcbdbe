import type { SyntaxNode } from '@lezer/common';
import type { Expression, ImportStatement, StringExpression } from './ast';
import type { CodeReader } from './reader';
import type { Span } from '../tree';
import { unquote } from './typescriptExpressions';

/** `import x, { A as B } from 'm'`; what only types need is an import too. */
export function importOf(reader: CodeReader, node: SyntaxNode): ImportStatement[] {
  const from = node.getChild('String');
  if (!from) return [];
  const names = new Map<string, string | undefined>();
  // A default import and `* as x` both stand for the module: the SDKs make no difference.
  for (const name of node.getChildren('VariableDefinition')) names.set(reader.slice(name), undefined);
  const group = node.getChild('ImportGroup');
  for (const part of group ? reader.children(group) : []) {
    if (part.name !== 'VariableDefinition') continue;
    const original = part.prevSibling?.name === 'as' ? part.prevSibling.prevSibling : part;
    names.set(reader.slice(part), reader.slice(original ?? part));
  }
  return [{ kind: 'import', span: reader.span(node), module: unquote(reader.slice(from)), names }];
}

/** `const { A } = require('m')`, `const A = require('m').A` and `await import('m')` as imports. */
export function moduleOf(target: Expression, value: Expression, span: Span): ImportStatement | undefined {
  const required = value.kind === 'await' ? value.value : value;
  const member = required.kind === 'member' ? required.name : undefined;
  const from = requiredFrom(required.kind === 'member' ? required.object : required);
  if (!from) return undefined;
  const names = new Map<string, string | undefined>();
  if (target.kind === 'name') names.set(target.name, member);
  else if (target.kind === 'object') {
    for (const { key, value: local } of target.entries) {
      if (local.kind === 'name') names.set(local.name, key);
    }
  } else return undefined;
  return { kind: 'import', span, module: from.value, names };
}

function requiredFrom(value: Expression): StringExpression | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'name') return undefined;
  if (value.callee.name !== 'require' && value.callee.name !== 'import') return undefined;
  const [first] = value.arguments;
  return first?.value.kind === 'string' ? first.value : undefined;
}
