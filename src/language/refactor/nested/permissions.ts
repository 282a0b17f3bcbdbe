import { MANAGED_RULE_ACTIONS, MANAGED_RULES } from '../../../catalog/managedRules';
import type { EmbeddedDefinition } from '../../../model/locate';
import { accessOf, allowsAction, roleOf } from '../../../model/resources/access';
import type { Template } from '../../../model/template';
import { grant } from '../../../rules/sfn/grant';
import type { PlainValue, TextEdit } from '../../../syntax/edit';
import { get } from '../../../syntax/navigate';

/** What a machine needs to start another one and to wait for it ("Start a new execution from a running one"). */
export function permissions(who: string, nested: string): string {
  const [last, ...actions] = MANAGED_RULE_ACTIONS.map((action) => `"${action}"`).reverse();
  return `${who} has to allow "states:StartExecution" on ${nested}, "states:DescribeExecution" and "states:StopExecution" on its executions, and ${actions.reverse().join(', ')} and ${last} on the rule "${MANAGED_RULES.states}".`;
}

/** Lets a machine start the one beside it, as far as its template can say so, and says what is left to do. */
export function granted(
  { resource }: EmbeddedDefinition,
  template: Template,
  nested: string,
): { readonly edits: readonly TextEdit[]; readonly remarks: readonly string[] } {
  const role = roleOf(resource, template);
  if (role === resource) {
    const edit = grant(role, 'StartNested', [...onMachine(nested), onRule()], template);
    const told = edit
      ? `"${resource.id}" has a new policy that lets it start "${nested}" and wait for its end.`
      : permissions(`A policy of "${resource.id}"`, `"${nested}"`);
    const hasPolicies = get(resource.properties, 'Policies') !== undefined;
    const same = hasPolicies ? [`"${nested}" has the policies that "${resource.id}" had.`] : [];
    return { edits: edit ? [edit] : [], remarks: [told, ...same] };
  }
  // The framework's plugin makes the roles that are not written.
  if (!hasRole(resource.properties)) return { edits: [], remarks: [] };
  // The role cannot name the machine that has it: the stack would go round in a circle.
  const makesRule = role && !allowsAction(accessOf(template).of(role), 'events:PutRule');
  const edit = makesRule ? grant(role, 'WaitForEnd', onRule(), template) : undefined;
  return {
    edits: edit ? [edit] : [],
    remarks: [
      permissions(`The role of "${resource.id}"`, `"${nested}"`),
      `"${nested}" runs with the same role.`,
    ],
  };
}

function hasRole(properties: EmbeddedDefinition['resource']['properties']): boolean {
  return ['RoleArn', 'Role'].some((name) => get(properties, name) !== undefined);
}

function onMachine(nested: string): PlainValue[] {
  const execution = `arn:\${AWS::Partition}:states:\${AWS::Region}:\${AWS::AccountId}:execution:\${${nested}.Name}:*`;
  return [
    { Effect: 'Allow', Action: 'states:StartExecution', Resource: { Ref: nested } },
    {
      Effect: 'Allow',
      Action: ['states:DescribeExecution', 'states:StopExecution'],
      Resource: { 'Fn::Sub': execution },
    },
  ];
}

function onRule(): PlainValue {
  const arn = `arn:\${AWS::Partition}:events:\${AWS::Region}:\${AWS::AccountId}:rule/${MANAGED_RULES.states}`;
  return { Effect: 'Allow', Action: MANAGED_RULE_ACTIONS, Resource: { 'Fn::Sub': arn } };
}
