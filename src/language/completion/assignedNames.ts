import type { QueryLanguage } from '../../catalog/fieldTypes';
import { variableName, visibleScopes } from '../../model/variables';
import type { Scope } from '../../model/stateMachine';
import { getObject } from '../../syntax/navigate';
import type { ObjectNode } from '../../syntax/tree';

/** Variables that some state of a level that is visible from this one assigns, in document order. */
export function assignedNames(scope: Scope): string[] {
  const names = new Set<string>();
  for (const { states } of visibleScopes(scope)) {
    for (const { node, choiceRules, catchers, queryLanguage } of states) {
      addNames(node, queryLanguage, names);
      for (const rule of choiceRules) addNames(rule, queryLanguage, names);
      for (const catcher of catchers) addNames(catcher, queryLanguage, names);
    }
  }
  return [...names];
}

function addNames(holder: ObjectNode, language: QueryLanguage, names: Set<string>): void {
  for (const { name } of getObject(holder, 'Assign')?.properties ?? []) {
    names.add(variableName(name, language));
  }
}
