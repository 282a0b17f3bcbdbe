import { apiErrors, errorsOfCall } from '../catalog/api';
import type { ResourceArn } from '../expressions/resourceArn';
import { apiActionOf } from './apiRequest';

/** Errors that the call behind a "Resource" is known to report, spelled as they are in "ErrorEquals". */
export function thrownErrors(arn: ResourceArn): readonly string[] {
  const api = apiActionOf(arn);
  return api ? errorsOfCall(api, arn.kind === 'optimized') : [];
}

/** True for an error that the service of a call throws, be it at another action. */
export function isErrorOfService(name: string, arn: ResourceArn): boolean {
  const service = apiActionOf(arn)?.service;
  if (!service) return false;
  const bare = name.slice(name.indexOf('.') + 1);
  return apiErrors(service.service).has(`${service.prefix}.${bare}`);
}
