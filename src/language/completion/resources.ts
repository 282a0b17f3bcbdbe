import { apiServices, apiService, type ApiService } from '../../catalog/api';
import { AWS_SDK_PATTERNS, AWS_SDK_SERVICES } from '../../catalog/integrationsAwsSdk';
import { INTEGRATION_PATTERNS, INTEGRATIONS, type PatternFacts } from '../../catalog/integrations';
import type { IntegrationPattern } from '../../expressions/resourceArn';
import type { Item } from './item';
import type { Place } from './place';
import type { ItemWriter } from './write';

/**
 * Integrations as ARNs, with the patterns that their service and the type of machine allow: optimized ones, frequent
 * calls of the AWS SDK, its services, and all actions of a service once its name is there.
 */
export function resourceItems(place: Place, writer: ItemWriter): Item[] {
  const { shape, machine, cursor } = place;
  const prefix = `arn:${partitionOf(place)}:states:::`;
  if (shape?.kind === 'string' && shape.resources) {
    return shape.resources.map((name, index) =>
      writer.string(prefix + name, { kind: 'resource', rank: index }),
    );
  }
  const add: Add = (name, item) => {
    const arn = prefix + name;
    return writer.string(arn, { ...item, kind: 'resource', label: name, filter: arn });
  };
  const express = machine.type === 'EXPRESS';
  const named = /aws-sdk:([\w-]+):/.exec(cursor.string?.value ?? '')?.[1];
  const service = named === undefined ? undefined : apiService(named);
  if (service?.actions.length) return actionItems(service, express, add);
  return [...optimizedItems(express, add), ...frequentItems(add), ...serviceItems(add)];
}

function patternsOf(patterns: readonly IntegrationPattern[], express: boolean): PatternFacts[] {
  return INTEGRATION_PATTERNS.filter((one) => patterns.includes(one.pattern) && (!express || one.express));
}

/** Writes the ARN behind a name such as `lambda:invoke`. */
type Add = (name: string, item: Pick<Item, 'detail' | 'documentation' | 'rank' | 'asksOn'>) => Item;

/** The partition that is begun at the cursor, else that of another call of the machine: it may be filled in. */
function partitionOf({ cursor, machine }: Place): string {
  // What `!Sub` fills in needs its tag.
  const others = machine.taskResources.flatMap(({ node }) => (node.tag === undefined ? [node.value] : []));
  for (const arn of [cursor.string?.value ?? '', ...others]) {
    const found = /^arn:((?:\$\{[^}]*\}|[\w-])+):/.exec(arn)?.[1];
    // Terraform would have to write a gap in its own way.
    if (found !== undefined && !(machine.tree.format === 'hcl' && found.includes('${'))) return found;
  }
  return 'aws';
}

function optimizedItems(express: boolean, add: Add): Item[] {
  return [...INTEGRATIONS.values()].flatMap(({ service, title, actions }) =>
    [...actions.values()].flatMap(({ action, summary, patterns }) =>
      patternsOf(patterns, express).map(({ suffix, title: how }) =>
        add(`${service}:${action}${suffix}`, {
          detail: suffix ? `${title} · ${how}` : title,
          documentation: summary,
          rank: 1,
        }),
      ),
    ),
  );
}

function frequentItems(add: Add): Item[] {
  return [...AWS_SDK_SERVICES.values()].flatMap(({ service, title, actions }) =>
    actions.map((action) => add(`aws-sdk:${service}:${action}`, { detail: title, rank: 2 })),
  );
}

/** A service is a beginning: its actions are asked for as soon as it is taken. */
function serviceItems(add: Add): Item[] {
  return Array.from(apiServices())
    .filter(({ listed, actions }) => listed && actions.length > 0)
    .map(({ service, title, actions }) =>
      add(`aws-sdk:${service}:`, {
        detail: `${AWS_SDK_SERVICES.get(service)?.title ?? title} · ${actions.length} actions`,
        rank: 3,
        asksOn: true,
      }),
    );
}

function actionItems({ service, title, actions }: ApiService, express: boolean, add: Add): Item[] {
  const frequent = AWS_SDK_SERVICES.get(service);
  const patterns = patternsOf(AWS_SDK_PATTERNS, express);
  return actions.flatMap((action) =>
    patterns.map(({ suffix, title: how }) =>
      add(`aws-sdk:${service}:${action}${suffix}`, {
        detail: [frequent?.title ?? title, suffix ? how : ''].filter(Boolean).join(' · '),
        rank: (frequent?.actions.includes(action) ? 0 : 1) + (suffix ? 0.5 : 0),
      }),
    ),
  );
}
