/** The two languages in which a state reads and shapes its data; JSONPath where nothing is said. */
export type QueryLanguage = 'JSONPath' | 'JSONata';

/** The eight values of "Type". */
export type StateType = 'Task' | 'Pass' | 'Choice' | 'Wait' | 'Succeed' | 'Fail' | 'Parallel' | 'Map';

/** Every kind of object in a definition whose field names AWS fixes. */
export type Owner =
  | 'machine'
  | StateType
  | 'retrier'
  | 'catcher'
  | 'choiceRule'
  /** An operand of And, Or and Not: a rule without Next. */
  | 'choiceCondition'
  | 'branch'
  | 'itemProcessor'
  /** The older name and shape of itemProcessor. */
  | 'iterator'
  | 'processorConfig'
  | 'itemReader'
  | 'readerConfig'
  | 'itemBatcher'
  | 'resultWriter'
  | 'writerConfig'
  | 'credentials';

/** What the text of a string value has to be. */
export type StringFormat =
  | 'stateName'
  /** JSONPath that names exactly one node: no wildcard, filter, slice or descent. */
  | 'referencePath'
  | 'path'
  | 'pathOrIntrinsic'
  | 'timestamp'
  | 'resource'
  | 'label'
  | 'text';

/** Where a path may not start: the context object (`$$.`) or a variable (`$name`). */
export type PathRoot = 'context' | 'variable';

/** What AWS accepts as the literal value of a field. */
export type ValueShape =
  | {
      readonly kind: 'string';
      readonly values?: readonly string[];
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly format?: StringFormat;
      /** Roots that a path in this field may not have; both are allowed where nothing is said. */
      readonly without?: readonly PathRoot[];
      /** `service:action` pairs, one of which has to follow `arn:PARTITION:states:::`. */
      readonly resources?: readonly string[];
    }
  | { readonly kind: 'number' | 'integer'; readonly min?: number; readonly max?: number }
  | { readonly kind: 'boolean' }
  /** Any JSON, taken as it is. */
  | { readonly kind: 'any' }
  /** JSON with paths and intrinsic functions under keys that end in `.$`, or with `{% %}` in its strings. */
  | { readonly kind: 'payload'; readonly object?: boolean }
  | { readonly kind: 'object'; readonly owner?: Owner }
  | { readonly kind: 'array'; readonly items: ValueShape; readonly minItems?: number }
  /** An object from state names to states. */
  | { readonly kind: 'states' };

/** A sibling field, optionally with the values that count. */
export interface Sibling {
  readonly field: string;
  readonly values?: readonly string[];
}

/** One field of one kind of object: what AWS accepts there, and what a reader wants to know. */
export interface Field {
  readonly name: string;
  readonly owner: Owner;
  /** The query languages of the enclosing state in which AWS accepts the field. */
  readonly languages: readonly QueryLanguage[];
  /**
   * True, or the name of a group of which the object needs at least one field (see `excludes` for "at most").
   * With `beside`, the group is needed only where that sibling stands.
   */
  readonly required?: boolean | { readonly oneOf: string; readonly beside?: string };
  /** The sibling whose presence (with one of the values, if given) makes this field required. */
  readonly requiredWith?: Sibling;
  /** The sibling values beside which AWS refuses this field. */
  readonly refusedWith?: Sibling;
  readonly shape: ValueShape;
  /** In a JSONata state a `{% %}` string may stand in place of the shape. */
  readonly jsonata?: boolean;
  readonly nullable?: boolean;
  /** Names of sibling fields beside which AWS refuses this one. */
  readonly excludes?: readonly string[];
  /** The mode of Map in which the field has an effect; AWS accepts it in the other one too. */
  readonly onlyWith?: 'distributed';
  /** What to write instead, for a field that AWS keeps only for older definitions. */
  readonly replacedBy?: string;
  readonly summary: string;
  /** What AWS takes where the field is absent, in words or as a JSON value. */
  readonly default?: string;
  readonly limits?: readonly string[];
  /** A JSON value for the field, in JSONPath where both languages may use it. */
  readonly example?: string;
  /** The same in JSONata, where it differs. */
  readonly exampleInJsonata?: string;
  /** Title of the page of the AWS documentation. */
  readonly source: string;
}
