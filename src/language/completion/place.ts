import { fieldsOf } from '../../catalog/fields';
import { isStateType } from '../../catalog/fields/everyState';
import type { Field, Owner, QueryLanguage, ValueShape } from '../../catalog/fieldTypes';
import type { Scope, State, StateMachine } from '../../model/stateMachine';
import { get, getString, pathTo } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import type { Cursor } from './cursor';

/** What may stand at the cursor, in ASL's terms. */
export interface Place {
  readonly cursor: Cursor;
  readonly machine: StateMachine;
  readonly language: QueryLanguage;
  /** The state around the cursor. */
  readonly state?: State;
  /** The level on which a target is looked for, and whose states stand beside the cursor. */
  readonly scope: Scope;
  /** The field whose value holds the cursor, at any depth. */
  readonly field?: Field;
  /** What the object has to be whose key is asked for, or the value at the cursor; absent in free JSON. */
  readonly shape?: ValueShape;
  /** True in a state without a type, though in YAML the model may not know it yet. */
  readonly untyped: boolean;
  /** Keys between the field and the cursor, in payloads. */
  readonly inside: readonly string[];
  /** Keys that the object at the cursor has already. */
  readonly present: ReadonlySet<string>;
}

/** Follows the fields from the machine's root to the cursor. */
export function placeOf(machine: StateMachine, cursor: Cursor): Place {
  const depth = pathTo(machine.root).length;
  const steps: (string | number)[] = pathTo(cursor.container).slice(depth);
  if (cursor.kind === 'value' && cursor.property) steps.push(cursor.property.name);
  for (const key of cursor.begun) steps.push(key === '[]' ? 0 : key);
  // An item of an array is asked for, not the array.
  if (
    cursor.kind !== 'key' &&
    !cursor.property &&
    cursor.container.kind === 'array' &&
    cursor.begun.length === 0
  )
    steps.push(0);

  let shape: ValueShape | undefined = { kind: 'object', owner: 'machine' };
  let node: TreeNode | undefined = machine.root;
  let field: Field | undefined;
  let inside: string[] = [];
  let untyped = false;
  for (const step of steps) {
    untyped = shape?.kind === 'states' && !typeOf(typeof step === 'string' ? get(node, step) : undefined);
    const inner: TreeNode | undefined =
      typeof step === 'number' ? (node?.kind === 'array' ? node.items[step] : undefined) : get(node, step);
    if (shape?.kind === 'array') shape = typeof step === 'number' ? shape.items : undefined;
    else if (shape?.kind === 'states') shape = { kind: 'object', owner: typeOf(inner) };
    else if (shape?.kind === 'object' && ownerOf(shape, node, machine) && typeof step === 'string') {
      const next: Field | undefined = fieldsOf(ownerOf(shape, node, machine) ?? 'Pass').get(step);
      field = next;
      shape = next?.shape;
      inside = [];
    } else if (typeof step === 'string') inside.push(step);
    node = inner;
  }
  const at = cursor.container.span.start;
  const state = machine.states.filter((one) => one.node.span.start <= at && at < one.node.span.end).pop();
  const scope =
    machine.scopes.filter((one) => one.node.span.start <= at && at < one.node.span.end).pop() ??
    machine.scope;
  const object =
    cursor.begun.length === 0 && cursor.container.kind === 'object' ? cursor.container : undefined;
  const own = cursor.kind === 'key' ? cursor.property : undefined;
  const siblings = object?.properties.filter((property) => property !== own) ?? [];
  return {
    cursor,
    machine,
    language: state?.queryLanguage ?? machine.queryLanguage,
    state,
    scope,
    field,
    shape,
    untyped,
    inside,
    present: new Set(siblings.map(({ name }) => name)),
  };
}

/** A state without a type has the fields that every state has, which a Pass state has too. */
function ownerOf(
  { owner }: { readonly owner?: Owner },
  node: TreeNode | undefined,
  { states }: StateMachine,
): Owner | undefined {
  return owner ?? (states.some((state) => state.node === node) ? 'Pass' : undefined);
}

function typeOf(node: TreeNode | undefined): Owner | undefined {
  const type = getString(node, 'Type')?.value ?? '';
  return isStateType(type) ? type : undefined;
}
