import { optimizedName } from '../serviceNames';
import type { ApiAction, ApiMember, ApiType } from './types';

type FindAction = (service: string, action: string) => ApiAction | undefined;

const TEXT: ApiType = { kind: 'string' };
const S3_PLACE: ApiType = structure([{ name: 'S3Uri', required: true, type: TEXT }]);

/** What an optimized integration takes: that of the API of the same name, but for those that have their own. */
export function optimizedRequest(service: string, action: string, find: FindAction): ApiAction | undefined {
  switch (`${service}:${action}`) {
    case 'apigateway:invoke':
    case 'eks:call':
    case 'eks:runJob':
    case 'http:invoke':
      return undefined;
    case 'bedrock:invokeModel':
      return extended(find('bedrockruntime', 'invokeModel'), [
        { name: 'Input', required: false, type: S3_PLACE },
        { name: 'Output', required: false, type: S3_PLACE },
      ]);
    case 'elasticmapreduce:createCluster':
      return find('emr', 'runJobFlow');
    case 'elasticmapreduce:terminateCluster':
      return onCluster(find('emr', 'terminateJobFlows'), []);
    case 'elasticmapreduce:addStep':
      return addStep(find('emr', 'addJobFlowSteps'));
    case 'elasticmapreduce:cancelStep':
      return onCluster(find('emr', 'cancelSteps'), [{ name: 'StepId', required: true, type: TEXT }]);
    case 'elasticmapreduce:setClusterTerminationProtection':
      return onCluster(find('emr', 'setTerminationProtection'), [
        { name: 'TerminationProtected', required: true, type: { kind: 'boolean' } },
      ]);
    default:
      return find(SDK_NAMES.get(service) ?? service, action);
  }
}

const SDK_NAMES: ReadonlyMap<string, string> = new Map(
  ['emr', 'emrcontainers', 'emrserverless', 'eventbridge', 'sfn'].map((name) => [optimizedName(name), name]),
);

function structure(members: Iterable<ApiMember>): ApiAction['input'] {
  return { kind: 'structure', members: new Map(Array.from(members, (member) => [member.name, member])) };
}

function extended(api: ApiAction | undefined, members: readonly ApiMember[]): ApiAction | undefined {
  return api && { ...api, input: structure([...api.input.members.values(), ...members]) };
}

/** EMR's integration names one cluster, where the API takes several. */
function onCluster(api: ApiAction | undefined, members: readonly ApiMember[]): ApiAction | undefined {
  return api && { ...api, input: structure([{ name: 'ClusterId', required: true, type: TEXT }, ...members]) };
}

function addStep(api: ApiAction | undefined): ApiAction | undefined {
  const steps = api?.input.members.get('Steps')?.type;
  const role = { name: 'ExecutionRoleArn', required: false, type: TEXT };
  if (steps?.kind !== 'list') return undefined;
  return onCluster(api, [{ name: 'Step', required: true, type: steps.of }, role]);
}
