import type { Span } from '../../syntax/tree';

export type ItemKind =
  'field' | 'state' | 'value' | 'error' | 'resource' | 'parameter' | 'function' | 'variable' | 'snippet';

/** Something that can be put at the cursor. */
export interface Item {
  readonly label: string;
  readonly kind: ItemKind;
  /** Shown beside the label. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** JSON or YAML, with `$1` and `${2:…}` where the cursor stops; already quoted as its host needs. */
  readonly newText: string;
  readonly replace: Span;
  /** Commas that the text needs as well. */
  readonly also?: readonly { readonly span: Span; readonly newText: string }[];
  /** What is typed to find it. */
  readonly filter?: string;
  /** Lower comes first. */
  readonly rank: number;
  /** Opens the list again when accepted: the value is the next question. */
  readonly asksOn?: boolean;
}
