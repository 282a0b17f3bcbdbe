import type { Charge } from './charge';
import { Fraction } from './fraction';
import { IncompleteLoad, quantity, type Load } from './load';
import { PriceList, type UnitPrices } from './prices';
import { eventbridgePipes } from './services/eventbridgePipes';
import { eventbridgeRule } from './services/eventbridgeRule';
import { eventbridgeScheduler } from './services/eventbridgeScheduler';
import { glueRun } from './services/glueRun';
import { glueWorkflow } from './services/glueWorkflow';
import { lambda } from './services/lambda';
import { lambdaDurableFunctions } from './services/lambdaDurableFunctions';
import { mwaa } from './services/mwaa';
import { mwaaServerless } from './services/mwaaServerless';
import { redshiftScheduledQuery } from './services/redshiftScheduledQuery';
import { stepFunctionsDistributedMap } from './services/stepFunctionsDistributedMap';
import { stepFunctionsExpress } from './services/stepFunctionsExpress';
import { stepFunctionsStandard } from './services/stepFunctionsStandard';

/** A service, what it has to do in a month, and prices that replace the built-in ones. */
export interface CostInput {
  readonly service: string;
  readonly load: Load;
  readonly prices?: UnitPrices;
}

export interface CostLine {
  readonly label: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
  readonly usd: number;
  readonly formula: string;
}

export interface MonthlyCost {
  readonly monthlyUsd: number;
  readonly lines: readonly CostLine[];
}

const costFunctions: Readonly<Record<string, (load: Load, prices: PriceList) => readonly Charge[]>> = {
  'step-functions-standard': stepFunctionsStandard,
  'step-functions-express': stepFunctionsExpress,
  'step-functions-distributed-map': stepFunctionsDistributedMap,
  mwaa,
  'mwaa-serverless': mwaaServerless,
  glue: glueRun,
  'glue-crawler': glueRun,
  'glue-workflow': glueWorkflow,
  'eventbridge-rule': eventbridgeRule,
  'eventbridge-scheduler': eventbridgeScheduler,
  'eventbridge-pipes': eventbridgePipes,
  lambda,
  'lambda-durable-functions': lambdaDurableFunctions,
  'redshift-scheduled-query': redshiftScheduledQuery,
};

/** US dollars a month, not rounded, with one line for each position; `load.regionFactor` scales the whole bill. */
export function monthlyCost(input: CostInput): MonthlyCost {
  const factor = quantity(input.load, 'regionFactor', 1);
  const positions = charges(input);
  const lines = positions.map(({ label, quantity, unit, unitPrice, formula }) => ({
    label,
    unit,
    formula: formula(),
    quantity: quantity.toNumber(),
    unitPrice: unitPrice.toNumber(),
    usd: quantity.times(unitPrice).times(factor).toNumber(),
  }));
  return { monthlyUsd: total(positions).times(factor).toNumber(), lines };
}

/** The same sum as an exact fraction, for comparisons that must not depend on rounding. */
export function exactMonthlyCost(input: CostInput): Fraction {
  return total(charges(input)).times(quantity(input.load, 'regionFactor', 1));
}

const total = (positions: readonly Charge[]): Fraction =>
  positions.reduce((sum, { quantity, unitPrice }) => sum.plus(quantity.times(unitPrice)), Fraction.zero);

function charges({ service, load, prices }: CostInput): readonly Charge[] {
  const costFunction = costFunctions[service];
  if (!costFunction) throw new IncompleteLoad(`"${service}" is not a service with a cost function.`);
  return costFunction(load, new PriceList(service, load, prices));
}
