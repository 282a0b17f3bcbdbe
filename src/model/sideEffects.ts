import { sideEffect, type SideEffect } from '../catalog/sideEffects';
import { get, getObject, getString, property } from '../syntax/navigate';
import type { TaskCall } from './taskCalls';

/** What a Task does twice when its call is made twice, unless the request makes the second call harmless. */
export function repeatedEffect({ name, state: { node } }: TaskCall): SideEffect | undefined {
  const request = get(node, 'Parameters') ?? get(node, 'Arguments');
  if (request && request.kind !== 'object') return undefined;
  if (name === 'http:invoke') {
    const method = getString(request, 'Method')?.value;
    const headers = getObject(request, 'Headers')?.properties ?? [];
    const token = headers.some(({ name }) => /idempoten|request-id/i.test(name));
    return method === 'POST' && !token ? { name, twice: 'request', tokens: [] } : undefined;
  }
  const effect = sideEffect(name);
  const tokens = effect?.tokens.some((token) => property(request, token) ?? property(request, `${token}.$`));
  return tokens ? undefined : effect;
}

/** True for a DynamoDB update that adds to what is there, and asks for no condition. */
export function addsEachTime({ name, state: { node } }: TaskCall): boolean {
  const request = get(node, 'Parameters') ?? get(node, 'Arguments');
  if (name !== 'dynamodb:updateItem' || request?.kind !== 'object') return false;
  const update = getString(request, 'UpdateExpression')?.value ?? '';
  const conditional = property(request, 'ConditionExpression') ?? property(request, 'ConditionExpression.$');
  return !conditional && /\bADD\s|=\s*[\w#.]+\s*[-+]\s*:|\blist_append\(/.test(update);
}
