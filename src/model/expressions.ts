import { isJsonataString, parseJsonata, type ParsedJsonata } from '../expressions/jsonata';
import { parseJsonPath } from '../expressions/jsonPath';
import { parsePathOrIntrinsic, type ParsedPathOrIntrinsic } from '../expressions/pathOrIntrinsic';
import { remembered } from '../expressions/remembered';
import type { Property, StringNode, TreeNode } from '../syntax/tree';
import { pathFormat, type PathKind } from './ownerLayout';
import type { FieldOwner, FieldUse } from './owners';
import type { State } from './stateMachine';

/** The strings of a machine that are evaluated or look like it, found in one walk that all askers share. */
export interface MachineExpressions {
  readonly paths: readonly PathExpression[];
  /** `{% … %}` where the query language is JSONata. */
  readonly jsonata: readonly JsonataExpression[];
  /** Texts of a JSONata state that begin as an expression and do not end as one. */
  readonly unclosed: readonly PlacedText[];
  /** Texts that are passed on as they are, though they look as if they were evaluated. */
  readonly literals: readonly PlacedText[];
  /** Keys that end in `.$` over values that are no text. */
  readonly misplaced: readonly MisplacedSuffix[];
  /** Where variables are set: each "Assign" of a state, choice rule or catcher. */
  readonly assigns: readonly Place[];
}

/** The field of a state, catcher, reader … that a string is, or stands in. */
export type Place = FieldUse & { readonly state: State };

export interface PlacedText {
  readonly node: StringNode;
  readonly place: Place;
}

export interface MisplacedSuffix {
  readonly property: Property;
  readonly value: TreeNode;
}

/** A path, or an intrinsic function where the field or the key takes one; parsed when somebody asks. */
export class PathExpression implements PlacedText {
  #parsed?: ParsedPathOrIntrinsic;

  constructor(
    readonly kind: PathKind,
    readonly node: StringNode,
    readonly place: Place,
  ) {}

  get parsed(): ParsedPathOrIntrinsic {
    const read = this.kind === 'pathOrIntrinsic' ? readPathOrIntrinsic : readPath;
    return (this.#parsed ??= read(this.node.value));
  }
}

/** A `{% … %}`, parsed when somebody asks. */
export class JsonataExpression implements PlacedText {
  #parsed?: ParsedJsonata;

  constructor(
    readonly node: StringNode,
    readonly place: Place,
  ) {}

  get parsed(): ParsedJsonata {
    return (this.#parsed ??= readJsonata(this.node.value));
  }
}

const readPath = remembered((text): ParsedPathOrIntrinsic => {
  const { path, problems } = parseJsonPath(text);
  return { path, problems, warnings: NONE };
});
/** `parsePathOrIntrinsic`, once a text. */
export const readPathOrIntrinsic = remembered(parsePathOrIntrinsic);
/** `parseJsonata`, once a text. */
export const readJsonata = remembered(parseJsonata);

const NONE: readonly never[] = [];

/** Takes the expressions out of one object after the other. */
export class ExpressionCollector implements MachineExpressions {
  readonly paths: PathExpression[] = [];
  readonly jsonata: JsonataExpression[] = [];
  readonly unclosed: PlacedText[] = [];
  readonly literals: PlacedText[] = [];
  readonly misplaced: MisplacedSuffix[] = [];
  readonly assigns: Place[] = [];

  add(owner: FieldOwner): void {
    const { node, layout } = owner;
    if (!owner.state) return;
    for (const index of layout.evaluated) {
      const { value } = node.properties[index];
      const field = layout.fields[index];
      if (value?.kind !== 'string' && field?.shape.kind !== 'payload') continue;
      const place = owner.useAt(index);
      if (!place || !isInState(place)) continue;
      if (place.field.name === 'Assign') this.assigns.push(place);
      if (!value || !layout.queryLanguage) continue;
      if (place.field.shape.kind === 'payload') this.#payload(value, place);
      else if (value.kind === 'string') this.#field(value, place);
    }
  }

  #field(node: StringNode, place: Place): void {
    const format = place.owner.queryLanguage === 'JSONata' ? undefined : pathFormat(place.field.shape);
    if (format) this.#path(format, node, place);
    else this.#text(node, place);
  }

  #payload(value: TreeNode, place: Place): void {
    if (value.kind === 'string') this.#text(value, place);
    else if (value.kind === 'array') for (const item of value.items) this.#payload(item, place);
    else if (value.kind === 'object') for (const entry of value.properties) this.#entry(entry, place);
  }

  #entry(property: Property, place: Place): void {
    const { name, value } = property;
    if (!value) return;
    if (place.owner.queryLanguage === 'JSONata' || !name.endsWith('.$')) {
      this.#payload(value, place);
    } else if (value.kind === 'string') {
      this.#path('pathOrIntrinsic', value, place);
    } else if (value.kind !== 'dynamic') {
      this.misplaced.push({ property, value });
    }
  }

  #path(kind: PathKind, node: StringNode, place: Place): void {
    this.paths.push(new PathExpression(kind, node, place));
  }

  /** A text that only its own braces can make an expression. */
  #text(node: StringNode, place: Place): void {
    const { value } = node;
    if (place.owner.queryLanguage === 'JSONata' && value.startsWith('{%')) {
      if (isJsonataString(value)) this.jsonata.push(new JsonataExpression(node, place));
      else this.unclosed.push({ node, place });
    } else if (LOOKS_EVALUATED.test(value)) {
      this.literals.push({ node, place });
    }
  }
}

function isInState(use: FieldUse): use is Place {
  return use.state !== undefined;
}

const LOOKS_EVALUATED = /^(?:\$|States\.\w+\()|\{%|%\}$/;
