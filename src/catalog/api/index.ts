import { ApiArchive } from './archive';
import { optimizedRequest } from './optimized';
import type { ApiAction, ApiService } from './types';

export { errorsOfCall } from './errors';
export { isReservedName, spelledName } from './names';
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

/** The request behind an action of an optimized integration; undefined where it is known by its names alone. */
export function apiOfOptimized(service: string, action: string): ApiAction | undefined {
  return archive && optimizedRequest(service, action, apiAction);
}
