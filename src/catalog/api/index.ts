import { optimizedName } from '../serviceNames';
import { ApiArchive } from './archive';
import type { ApiAction, ApiService } from './types';

export { errorsOfCall } from './errors';
export { requestPage } from './requestPage';
export type { ApiAction, ApiMember, ApiService, ApiStructure, ApiType } from './types';

/** The file that `loadApi` asks for. */
export const API_FILE = 'actions.bin';

let loading: Promise<void> | undefined;
let archive: ApiArchive | undefined;

/** Makes the actions of the AWS APIs known, once; a failure is not kept, so that a later call may try again. */
export function loadApi(read: (file: string) => Promise<Uint8Array>): Promise<void> {
  return (loading ??= load(read).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function load(read: (file: string) => Promise<Uint8Array>): Promise<void> {
  archive = new ApiArchive(await read(API_FILE));
}

export function isApiLoaded(): boolean {
  return archive !== undefined;
}

/** Day on which the models behind the catalogue were published. */
export function apiDate(): string | undefined {
  return archive?.date;
}

/** All services of the AWS SDK integrations; none before `loadApi`. */
export function apiServices(): Iterable<ApiService> {
  return archive?.services ?? [];
}

/** A service under the name that "aws-sdk" ARNs have for it. */
export function apiService(service: string): ApiService | undefined {
  return archive?.service(service);
}

/** An action with its request, its answer and its errors; `service` as an "aws-sdk" ARN spells it. */
export function apiAction(service: string, action: string): ApiAction | undefined {
  return archive?.action(service, action);
}

/** All errors that a service is known to throw, with its prefix. */
export function apiErrors(service: string): ReadonlySet<string> {
  return archive?.errors(service) ?? new Set();
}

/** The API behind an action of an optimized integration; undefined where the integration has a request of its own. */
export function apiOfOptimized(service: string, action: string): ApiAction | undefined {
  const direct = apiAction(OWN_API[`${service}:${action}`] ?? SDK_NAMES.get(service) ?? service, action);
  return OWN_REQUEST.has(`${service}:${action}`) ? undefined : direct;
}

/** Where an optimized integration calls another service than its name says. */
const OWN_API: Readonly<Record<string, string>> = {
  'bedrock:invokeModel': 'bedrockruntime',
  'bedrock-agentcore:invokeHarness': 'bedrockagentcore',
};

/** Actions that take more or other parameters than the API of the same name. */
const OWN_REQUEST: ReadonlySet<string> = new Set([
  'apigateway:invoke',
  'bedrock:invokeModel',
  'eks:call',
  'eks:runJob',
  'http:invoke',
]);

const SDK_NAMES: ReadonlyMap<string, string> = new Map(
  ['emr', 'emrcontainers', 'emrserverless', 'eventbridge', 'sfn'].map((name) => [optimizedName(name), name]),
);
