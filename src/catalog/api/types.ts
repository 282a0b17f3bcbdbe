/** What a parameter takes or an answer holds; `any` where it is free or deeper than the catalogue goes. */
export type ApiType =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'blob' | 'timestamp' | 'any' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'list' | 'map'; readonly of: ApiType }
  | ApiStructure;

/** Members under the names that Step Functions has for them, in the order of the model. */
export interface ApiStructure {
  readonly kind: 'structure';
  readonly members: ReadonlyMap<string, ApiMember>;
}

export interface ApiMember {
  readonly name: string;
  /** In a request; of an answer it says nothing. */
  readonly required: boolean;
  readonly type: ApiType;
}

/** One action of the API of a service. */
export interface ApiAction {
  /** As an ARN spells it, in lower camel case. */
  readonly action: string;
  readonly service: ApiService;
  readonly input: ApiStructure;
  readonly output: ApiStructure;
  /** As Step Functions reports them to an AWS SDK integration: `Sfn.InvalidArnException`. */
  readonly errors: readonly string[];
}

/** A service that `arn:aws:states:::aws-sdk:SERVICE:ACTION` may name. */
export interface ApiService {
  /** As an ARN spells it. */
  readonly service: string;
  readonly title: string;
  /** What stands before the dot in its errors. */
  readonly prefix: string;
  /** True where the documentation of Step Functions names it, false where only its API is known. */
  readonly listed: boolean;
  /** Names of the actions; empty where AWS publishes no model any more. */
  readonly actions: readonly string[];
}
