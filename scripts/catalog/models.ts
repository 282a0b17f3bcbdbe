import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A type of a request or an answer as its model has it. */
export type ModelType =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'blob' | 'timestamp' | 'any' }
  /** Events one after the other, which no workflow can send or take. */
  | { readonly kind: 'stream' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list' | 'map'; readonly of: ModelType }
  | { readonly kind: 'reference'; readonly name: string };

export interface ModelMember {
  readonly name: string;
  readonly required: boolean;
  readonly type: ModelType;
}

/** One operation: the names of its structures and of what it throws. */
export interface ModelOperation {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly errors: readonly string[];
}

/** What one service can do. */
export interface ServiceModel {
  readonly sdkId: string;
  readonly structures: ReadonlyMap<string, readonly ModelMember[]>;
  readonly operations: readonly ModelOperation[];
  /** Names of members that the SDK makes up where they are not given. */
  readonly tokens: ReadonlySet<string>;
}

const ANY: ModelType = { kind: 'any' };

/**
 * Reads the model of a service from the TypeScript that a package has for it, and what is required from another
 * package as well, where that has the service; undefined where the first file holds no service.
 */
export function readModel(path: string, requirements: string): ServiceModel | undefined {
  const text = readFileSync(path, 'utf8');
  const sdkId = /sdkId: "([^"]+)"/.exec(text)?.[1];
  if (sdkId === undefined) return undefined;
  const reader = new ModelReader(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));
  const model: ServiceModel = { ...reader.read(sdkId), tokens: tokensIn(text) };
  if (!existsSync(requirements)) return model;
  const other = ts.createSourceFile(requirements, readFileSync(requirements, 'utf8'), ts.ScriptTarget.Latest);
  const required = new ModelReader(other).read(sdkId).structures;
  const structures = Array.from(model.structures, ([name, members]): [string, ModelMember[]] => {
    const names = new Set(required.get(name)?.flatMap((member) => (member.required ? member.name : [])));
    return [
      name,
      members.map((member) => ({ ...member, required: member.required || names.has(member.name) })),
    ];
  });
  return { ...model, structures: new Map(structures) };
}

const TOKEN =
  /(\w+): (?:S\.optional\()?S\.String\)?\.pipe\(\s*(?:T\.\w+\([^()]*\),\s*)*T\.IdempotencyToken\(\)/g;

/** Some models say it of what names a thing too, which nobody can make up. */
function tokensIn(text: string): Set<string> {
  const names = Array.from(text.matchAll(TOKEN), ([, name]) => name);
  return new Set(names.filter((name) => /(?:Token|RequestId)$/i.test(name)));
}

class ModelReader {
  readonly #file: ts.SourceFile;
  readonly #aliases = new Map<string, ts.TypeNode>();
  readonly #structures = new Map<string, readonly ModelMember[]>();
  readonly #operations: ModelOperation[] = [];

  constructor(file: ts.SourceFile) {
    this.#file = file;
  }

  read(sdkId: string): Omit<ServiceModel, 'tokens'> {
    for (const statement of this.#file.statements) {
      if (ts.isTypeAliasDeclaration(statement)) this.#aliases.set(statement.name.text, statement.type);
    }
    for (const statement of this.#file.statements) {
      if (ts.isInterfaceDeclaration(statement))
        this.#structures.set(statement.name.text, this.#members([statement.members]));
      else if (ts.isVariableStatement(statement)) this.#operation(statement);
    }
    return { sdkId, structures: this.#structures, operations: this.#operations };
  }

  #operation(statement: ts.VariableStatement): void {
    let call = statement.declarationList.declarations[0]?.initializer;
    while (call && ts.isAsExpression(call)) call = call.expression;
    if (!call || !ts.isCallExpression(call) || !/^API\.make/.test(call.expression.getText(this.#file)))
      return;
    const body = call.arguments[0]?.getText(this.#file) ?? '';
    const field = (pattern: RegExp): string => pattern.exec(body)?.[1] ?? '';
    this.#operations.push({
      name: field(/operationName:\s*"(\w+)"/),
      input: field(/input: (\w+)/),
      output: field(/output: (\w+)/),
      errors: field(/errors: \[([^\]]*)\]/).match(/\w+/g) ?? [],
    });
  }

  /** The members of a structure, or of the alternatives of a union, of which none is required. */
  #members(alternatives: readonly ts.NodeArray<ts.TypeElement>[]): ModelMember[] {
    const members = new Map<string, ModelMember>();
    for (const member of alternatives.flat()) {
      if (!ts.isPropertySignature(member) || !member.type) continue;
      if (member.type.kind === ts.SyntaxKind.NeverKeyword) continue;
      const name = ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : '';
      const required = alternatives.length === 1 && !member.questionToken;
      members.set(name, { name, required, type: this.#type(member.type) });
    }
    return [...members.values()];
  }

  #type(node: ts.TypeNode): ModelType {
    switch (node.kind) {
      case ts.SyntaxKind.StringKeyword:
        return { kind: 'string' };
      case ts.SyntaxKind.NumberKeyword:
        return { kind: 'number' };
      case ts.SyntaxKind.BooleanKeyword:
        return { kind: 'boolean' };
    }
    if (ts.isParenthesizedTypeNode(node)) return this.#type(node.type);
    if (ts.isArrayTypeNode(node)) return { kind: 'list', of: this.#type(node.elementType) };
    if (ts.isMappedTypeNode(node)) return { kind: 'map', of: node.type ? this.#type(node.type) : ANY };
    if (ts.isTypeLiteralNode(node)) {
      const [first] = node.members;
      return first && ts.isIndexSignatureDeclaration(first)
        ? { kind: 'map', of: this.#type(first.type) }
        : ANY;
    }
    if (ts.isUnionTypeNode(node)) return this.#union(node);
    return ts.isTypeReferenceNode(node) ? this.#named(node.typeName.getText(this.#file)) : ANY;
  }

  #union(node: ts.UnionTypeNode): ModelType {
    const values = node.types.flatMap((type) =>
      ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
    );
    if (values.length > 0) return { kind: 'enum', values };
    const [first = node] = node.types.filter((type) => type.kind !== ts.SyntaxKind.UndefinedKeyword);
    return first === node ? ANY : this.#type(first);
  }

  #named(name: string): ModelType {
    if (/^stream\.Stream$/i.test(name)) return { kind: 'stream' };
    if (name === 'Date') return { kind: 'timestamp' };
    if (name === 'Uint8Array' || name.startsWith('T.Streaming')) return { kind: 'blob' };
    const alias = this.#aliases.get(name);
    if (!alias) return /^\w+$/.test(name) ? { kind: 'reference', name } : ANY;
    if (!ts.isUnionTypeNode(alias) || !alias.types.every(ts.isTypeLiteralNode)) return this.#type(alias);
    if (!this.#structures.has(name)) {
      // Put first, because an alternative may hold the union again.
      this.#structures.set(name, []);
      this.#structures.set(name, this.#members(alias.types.map(({ members }) => members)));
    }
    return { kind: 'reference', name };
  }
}
