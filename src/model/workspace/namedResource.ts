import { get } from '../../syntax/navigate';
import type { TreeNode } from '../../syntax/tree';
import type { Template } from '../template';

/** Where an alias or a version says what it is one of. */
const POINTS_AT: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Alias': ['FunctionName'],
  'AWS::Lambda::Version': ['FunctionName'],
  'AWS::StepFunctions::StateMachineAlias': ['DeploymentPreference', 'RoutingConfiguration'],
  'AWS::StepFunctions::StateMachineVersion': ['StateMachineArn'],
};

/** Aliases lead to versions, and versions to what they are of; a circle ends here. */
const MAX_STEPS = 4;

/** The id of the resource that a value names, of the first where it names several; an alias stands for its function or machine. */
export function namedResource(
  node: TreeNode | undefined,
  template: Template,
  steps = MAX_STEPS,
): string | undefined {
  const id =
    template.reference(node)?.resource ??
    template.references(node).find(({ resource }) => resource)?.resource;
  const { type = '', properties } = template.byId.get(id ?? '') ?? {};
  if (!Object.hasOwn(POINTS_AT, type) || steps === 0) return id;
  for (const name of POINTS_AT[type]) {
    const found = namedResource(get(properties, name), template, steps - 1);
    if (found !== undefined) return found;
  }
  return id;
}
