import {
  dataFlow,
  dataPlaceAt,
  expressionSight,
  pathShape,
  pathSight,
  referenceShape,
  shapeLine,
  type DataFlow,
  type DataPlace,
  type Member,
} from '../../model/dataFlow';
import { readJsonata, readPathOrIntrinsic } from '../../model/expressions';
import type { StateMachine } from '../../model/stateMachine';
import { pathsOf } from '../../expressions/intrinsic';
import { isJsonataString } from '../../expressions/jsonata';
import type { Span, StringNode } from '../../syntax/tree';
import { card } from './card';
import { STATES } from './expression';
import { saysSomething, shapeSection } from './dataFlowShape';
import type { Hover } from './index';

/** What is known of the data that a path or an expression reads, up to the name at the offset. */
export function referenceHover(machine: StateMachine, node: StringNode, offset: number): Hover | undefined {
  const { text } = node.mapped;
  const jsonata = isJsonataString(text);
  if (!jsonata && !text.includes('$')) return undefined;
  const place = dataPlaceAt(machine, offset);
  if (!place || (jsonata ? 'JSONata' : 'JSONPath') !== place.state.queryLanguage) return undefined;
  const at = node.mapped.fromHost(offset);
  const flow = dataFlow(machine);
  const found = jsonata ? inExpression(flow, place, text, at) : inPath(flow, place, text, at);
  if (!found) return undefined;
  return {
    span: { start: node.mapped.toHost(found.start), end: node.mapped.toHost(found.end) },
    markdown: found.markdown,
  };
}

type Found = Span & { readonly markdown: string };

function inPath(flow: DataFlow, place: DataPlace, text: string, at: number): Found | undefined {
  const { path: whole, call } = readPathOrIntrinsic(text);
  const path = (whole ? [whole] : call ? [...pathsOf(call)] : []).find(
    ({ start, end, root }) => start <= at && at <= end && (root === 'input' || root === 'variable'),
  );
  const sight = path && pathSight(flow, place);
  if (!path || !sight) return undefined;
  const count = path.segments.findIndex(({ end }) => at <= end);
  const segments = at <= path.rootEnd ? [] : path.segments.slice(0, count + 1);
  const end = segments.at(-1)?.end ?? path.rootEnd;
  const shown = text.slice(path.start, end);
  return described(path.start, end, shown, pathShape({ ...path, segments }, sight));
}

function inExpression(flow: DataFlow, place: DataPlace, text: string, at: number): Found | undefined {
  const { references, builtinReads } = readJsonata(text);
  const reference = [...references, ...builtinReads].find(
    ({ start, end, path }) => start <= at && at <= (path.at(-1)?.end ?? end),
  );
  // Predicates between the names are passed over by the reference, and not by the value.
  if (!reference || text.slice(reference.end, reference.path.at(-1)?.end).includes('[')) return undefined;
  const [first] = reference.path;
  if (reference.name === 'states' && (at <= reference.end || !first || first.name === 'context'))
    return undefined;
  const sight = expressionSight(flow, place);
  if (!sight || (reference.name !== 'states' && sight.variable(reference.name) === undefined))
    return undefined;
  const path =
    at <= reference.end ? [] : reference.path.slice(0, reference.path.findIndex(({ end }) => at <= end) + 1);
  const end = path.at(-1)?.end ?? reference.end;
  const shown = text.slice(reference.start, end);
  return described(reference.start, end, shown, referenceShape({ ...reference, path }, sight));
}

function described(
  start: number,
  end: number,
  title: string,
  { shape, optional }: Member,
): Found | undefined {
  const reserved = title.startsWith('$states.') ? STATES[title.slice(8)] : undefined;
  if (!saysSomething(shape)) {
    if (shape.kinds !== 0 || reserved) return undefined;
    return { start, end, markdown: card({ title, meaning: 'Nothing that leads here brings it.' }) };
  }
  const line = shapeLine(shape);
  const kind = [reserved ? 'reserved variable' : '', shape.object || line.length > 60 ? '' : `\`${line}\``];
  const meaning = reserved ?? (optional ? 'May be missing.' : undefined);
  const head = card({ title, kind: kind.filter(Boolean).join(' · '), meaning });
  const section = shape.object || line.length > 60 ? shapeSection('What is known of it', shape) : [];
  return { start, end, markdown: [head, ...section].join('\n\n') };
}
