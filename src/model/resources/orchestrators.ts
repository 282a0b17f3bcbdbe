import type { Resource, Template } from '../template';
import { accessOf, type Statement } from './access';

/** Services that run, or make others run, what people orchestrate. */
const ORCHESTRATORS =
  /^(?:states(?:\.[^.]+)?|glue|scheduler|events|pipes|airflow|airflow-env|airflow-serverless|sagemaker|batch|emr-serverless|elasticmapreduce)\.amazonaws\.com/;

/** The roles, or resources of SAM with a role of their own, that have a statement. */
export function holdersOf(statement: Statement, template: Template): readonly Resource[] {
  const access = accessOf(template);
  const holders = template.resources.filter(
    ({ type }) => type === 'AWS::IAM::Role' || type.startsWith('AWS::Serverless::'),
  );
  return holders.filter((holder) => access.of(holder).statements.includes(statement));
}

/** True where a service that orchestrates may take a role. */
export function isOrchestrators(role: Resource, template: Template): boolean {
  return accessOf(template)
    .of(role)
    .principals.some((principal) => ORCHESTRATORS.test(principal));
}
