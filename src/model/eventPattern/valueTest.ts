import type { Span } from '../../syntax/tree';
import type { AddressRange } from './address';
import type { WildcardParts } from './wildcard';

/** A bound of a numeric range. */
export interface NumericBound {
  readonly value: number;
  /** True where the bound itself is inside. */
  readonly inclusive: boolean;
}

/** What one item of a field's list lets through; `span` is the item. */
export type ValueTest = (
  | { readonly kind: 'text'; readonly text: string }
  /** `value` is absent where the number can only be compared as text. */
  | { readonly kind: 'number'; readonly raw: string; readonly value?: number }
  | { readonly kind: 'literal'; readonly value: boolean | null }
  /** An address (`source`: as written) or a `cidr`. */
  | { readonly kind: 'address'; readonly source: string; readonly range: AddressRange }
  | { readonly kind: 'prefix' | 'suffix'; readonly text: string; readonly ignoreCase: boolean }
  | { readonly kind: 'equalsIgnoreCase'; readonly text: string }
  | { readonly kind: 'wildcard'; readonly text: string; readonly parts: WildcardParts }
  | { readonly kind: 'range'; readonly from?: NumericBound; readonly to?: NumericBound }
  /** Lets through what none of `not` lets through. */
  | { readonly kind: 'anythingBut'; readonly not: readonly ValueTest[] }
  | { readonly kind: 'exists'; readonly exists: boolean }
  /** Filled in outside of this file: lets nothing through that is known here. */
  | { readonly kind: 'unknown' }
) & { readonly span: Span };
