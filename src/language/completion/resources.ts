import { apiServices, apiService, type ApiService } from '../../catalog/api';
import { AWS_SDK_PATTERNS, AWS_SDK_SERVICES } from '../../catalog/integrationsAwsSdk';
import { INTEGRATION_PATTERNS, INTEGRATIONS, type PatternFacts } from '../../catalog/integrations';
import type { IntegrationPattern } from '../../catalog/integrationTypes';
import type { Item } from './item';
import type { Place } from './place';
import type { ItemWriter } from './write';

/**
 * Integrations as ARNs, with the patterns that their service and the type of machine allow: optimized ones, frequent
 * calls of the AWS SDK, its services, and all actions of a service once its name is there.
 */
export function resourceItems({ shape, machine, cursor }: Place, writer: ItemWriter): Item[] {
  if (shape?.kind === 'string' && shape.resources) {
    return shape.resources.map((name, index) =>
      writer.string(`arn:aws:states:::${name}`, { kind: 'resource', rank: index }),
    );
  }
  const express = machine.type === 'EXPRESS';
  const named = /aws-sdk:([\w-]+):/.exec(cursor.string?.value ?? '')?.[1];
  const service = named === undefined ? undefined : apiService(named);
  if (service?.actions.length) return actionItems(service, express, writer);
  return [...optimizedItems(express, writer), ...frequentItems(writer), ...serviceItems(writer)];
}

function patternsOf(patterns: readonly IntegrationPattern[], express: boolean): PatternFacts[] {
  return INTEGRATION_PATTERNS.filter((one) => patterns.includes(one.pattern) && (!express || one.express));
}

function resource(
  name: string,
  writer: ItemWriter,
  item: Pick<Item, 'detail' | 'documentation' | 'rank' | 'asksOn'>,
): Item {
  const arn = `arn:aws:states:::${name}`;
  return writer.string(arn, { ...item, kind: 'resource', label: name, filter: arn });
}

function optimizedItems(express: boolean, writer: ItemWriter): Item[] {
  return [...INTEGRATIONS.values()].flatMap(({ service, title, actions }) =>
    [...actions.values()].flatMap(({ action, summary, patterns }) =>
      patternsOf(patterns, express).map(({ suffix, title: how }) =>
        resource(`${service}:${action}${suffix}`, writer, {
          detail: suffix ? `${title} · ${how}` : title,
          documentation: summary,
          rank: 1,
        }),
      ),
    ),
  );
}

function frequentItems(writer: ItemWriter): Item[] {
  return [...AWS_SDK_SERVICES.values()].flatMap(({ service, title, actions }) =>
    actions.map((action) => resource(`aws-sdk:${service}:${action}`, writer, { detail: title, rank: 2 })),
  );
}

/** A service is a beginning: its actions are asked for as soon as it is taken. */
function serviceItems(writer: ItemWriter): Item[] {
  return Array.from(apiServices())
    .filter(({ listed, actions }) => listed && actions.length > 0)
    .map(({ service, title, actions }) =>
      resource(`aws-sdk:${service}:`, writer, {
        detail: `${AWS_SDK_SERVICES.get(service)?.title ?? title} · ${actions.length} actions`,
        rank: 3,
        asksOn: true,
      }),
    );
}

function actionItems({ service, title, actions }: ApiService, express: boolean, writer: ItemWriter): Item[] {
  const frequent = AWS_SDK_SERVICES.get(service);
  const patterns = patternsOf(AWS_SDK_PATTERNS, express);
  return actions.flatMap((action) =>
    patterns.map(({ suffix, title: how }) =>
      resource(`aws-sdk:${service}:${action}${suffix}`, writer, {
        detail: [frequent?.title ?? title, suffix ? how : ''].filter(Boolean).join(' · '),
        rank: (frequent?.actions.includes(action) ? 0 : 1) + (suffix ? 0.5 : 0),
      }),
    ),
  );
}
