import { get, getItems } from '../../syntax/navigate';
import type { Located } from '../locate';
import { samEvents } from '../locate/template/samEvents';
import type { Resource, Template } from '../template';
import { accessOf, coversAction, roleOf } from './access';
import { eventRulesOf } from './eventRules';
import { schedulerSchedules } from './schedulerSchedules';

/** Actions that nearly every function has, whatever it does. */
const EVERYDAY =
  /^(?:logs|xray|kms|ssm|cloudwatch|sts):|^secretsmanager:(?:Get|Describe)|^ec2:\w*NetworkInterface|^redshift(?:-serverless)?:Get\w*Credentials/i;

/** The functions of a template. */
export function functionsOf(template: Template): Resource[] {
  return template.resources.filter(
    ({ type }) => type === 'AWS::Lambda::Function' || type === 'AWS::Serverless::Function',
  );
}

/**
 * What a function may do besides what nearly every one may; `undefined` where its role is not all written here.
 * Names of policies count as actions: they allow something.
 */
export function ownActions(resource: Resource, template: Template): readonly string[] | undefined {
  const role = roleOf(resource, template);
  const grants = role && accessOf(template).of(role);
  if (!grants?.isComplete) return undefined;
  const policies = grants.managed.filter(
    (name) => !/^AWSLambda(?:Basic|VPCAccess)ExecutionRole$|^AWSX[Rr]ay/.test(name),
  );
  const actions = grants.statements.flatMap((statement) =>
    statement.allows ? statement.actions.map(({ name }) => name) : [],
  );
  return [...policies, ...actions.filter((name) => !EVERYDAY.test(name))];
}

/** True where one of the actions stands for another. */
export function includesAction(actions: readonly string[], action: string): boolean {
  return actions.some((name) => coversAction(name, action));
}

/** The schedules that start a function, where nothing else of the template does. */
export function onlySchedules(resource: Resource, located: Located): readonly { readonly name: string }[] {
  const rules = eventRulesOf(located).filter(({ targets }) =>
    targets.some((target) => target.resource === resource),
  );
  const schedules = schedulerSchedules(located).filter(({ target }) => target?.resource === resource);
  const others = samEvents(resource).some(({ type }) => type !== 'Schedule' && type !== 'ScheduleV2');
  if (others || rules.some(({ patterns }) => patterns.length > 0)) return [];
  return [...rules.filter((rule) => rule.schedules.length > 0), ...schedules];
}

/** The buckets whose notifications start a function, by name; `S3` events of SAM count by theirs. */
export function bucketsThatStart(resource: Resource, template: Template): readonly string[] {
  const events = samEvents(resource).flatMap(({ type, name }) => (type === 'S3' ? [name.value] : []));
  const buckets = template.ofType('AWS::S3::Bucket').filter(({ properties }) => {
    const configurations = getItems(get(properties, 'NotificationConfiguration'), 'LambdaConfigurations');
    return configurations.some((item) =>
      template.references(get(item, 'Function')).some((reference) => reference.resource === resource.id),
    );
  });
  return [...events, ...buckets.map(({ id }) => id)];
}
