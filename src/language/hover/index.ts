import { contains, isKey, nodeAt } from '../../syntax/navigate';
import type { Span } from '../../syntax/tree';
import type { LanguageDocument } from '../document';
import { bucketFilterHover } from './bucketFilter';
import { dataOfField } from './dataFlowField';
import { referenceHover } from './dataFlowReference';
import { eventBusHover } from './eventBus';
import { expressionHover } from './expression';
import { fieldHover, wordHover } from './field';
import { patternHover } from './pattern';
import { scheduleHover } from './schedule';
import { stateHover, targetHover } from './state';
import { valueHover } from './value';
import { variableHover } from './variable';

/** Markdown about the word at a place. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What there is to say about the field, state, type, function, error, resource, schedule or pattern at an
 * offset; times are those of the reader's zone as well.
 */
export function hover(document: LanguageDocument, offset: number, userZone?: string): Hover | undefined {
  const { schedules } = document.located;
  return (
    machineHover(document, offset) ??
    scheduleHover(schedules, offset, { userZone }) ??
    patternHover(document.located, offset) ??
    eventBusHover(document, offset) ??
    bucketFilterHover(document.located, offset)
  );
}

function machineHover(document: LanguageDocument, offset: number): Hover | undefined {
  const machine = document.located.stateMachines.find(({ root }) => contains(root.span, offset));
  const node = machine && nodeAt(machine.tree, offset);
  if (!machine || node?.kind !== 'string') return undefined;
  const { format } = machine.tree;
  if (isKey(node)) {
    const found = stateHover(machine, node) ?? variableHover(machine, node, offset);
    return found ?? fieldHover(document, node, format, dataOfField(machine, node));
  }
  return (
    targetHover(machine, node) ??
    valueHover(machine, node) ??
    variableHover(machine, node, offset, referenceHover(machine, node, offset)) ??
    expressionHover(node, offset) ??
    wordHover(document, node, format)
  );
}
