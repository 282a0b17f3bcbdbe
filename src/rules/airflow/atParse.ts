import type { DagFile } from '../../model/airflow';
import type { Place, PlacedCall } from '../../model/code';
import type { CallExpression } from '../../syntax/code/ast';
import { dottedName } from '../../syntax/code/walk';
import type { Span } from '../../syntax/tree';

/** Where reading the file runs something. */
export interface AtParse {
  /** What stands at module level or in the DAG's body: the thing itself, or the call that leads to it. */
  readonly span: Span;
  /** The function of the file through which it is run. */
  readonly through?: string;
}

/** Says how reading the file comes to a call; `undefined` where only tasks do. */
export function atParse({ parseTime }: DagFile, call: CallExpression, place: Place): AtParse | undefined {
  if (parseTime.isDirect(place)) return { span: call.callee.span };
  const entry: PlacedCall | undefined = place.unit && parseTime.entryTo(place.unit);
  if (!entry) return undefined;
  const { callee } = entry.call;
  return {
    span: callee.span,
    through: dottedName(callee) ?? (callee.kind === 'member' ? callee.name : undefined),
  };
}
