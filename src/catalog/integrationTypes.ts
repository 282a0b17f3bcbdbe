import type { IntegrationPattern } from '../expressions/resourceArn';

/** One action of an optimized integration. */
export interface IntegrationAction {
  /** As the ARN spells it, in lower camel case. */
  readonly action: string;
  readonly summary: string;
  readonly patterns: readonly IntegrationPattern[];
  /** Parameters without which AWS refuses the definition; a key with ".$" counts. */
  readonly required: readonly string[];
  /** Parameters without which the service refuses the call at run time. */
  readonly expected: readonly string[];
  /** Further parameters that are often given. */
  readonly optional: readonly string[];
  readonly notes: readonly string[];
}

/** A service whose calls Step Functions has made its own. */
export interface IntegrationService {
  /** As the ARN spells it: `arn:aws:states:::SERVICE:ACTION`. */
  readonly service: string;
  /** The name that people use. */
  readonly title: string;
  readonly summary: string;
  readonly actions: ReadonlyMap<string, IntegrationAction>;
  /** Title of the page of the AWS documentation. */
  readonly source: string;
}

/** An action before it is put under its name into its service. */
export interface ActionFacts {
  readonly summary: string;
  readonly patterns?: readonly IntegrationPattern[];
  readonly required?: readonly string[];
  readonly expected?: readonly string[];
  readonly optional?: readonly string[];
  readonly notes?: readonly string[];
}

const CALL: readonly IntegrationPattern[] = ['requestResponse'];
export const CALL_SYNC: readonly IntegrationPattern[] = ['requestResponse', 'sync'];
export const CALL_TOKEN: readonly IntegrationPattern[] = ['requestResponse', 'waitForTaskToken'];

/** A service out of its facts; an action without patterns takes the plain call alone. */
export function defineService(
  service: Omit<IntegrationService, 'actions'>,
  actions: Readonly<Record<string, ActionFacts>>,
): IntegrationService {
  return {
    ...service,
    actions: new Map(
      Object.entries(actions).map(([action, facts]) => [
        action,
        { patterns: CALL, required: [], expected: [], optional: [], notes: [], ...facts, action },
      ]),
    ),
  };
}
