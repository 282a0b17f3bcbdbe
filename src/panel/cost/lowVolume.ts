import { monthlyCost } from '../../advisor/cost/monthlyCost';
import { limit } from '../../advisor/decide/facts';
import { counted, usd } from '../money';
import { priced, type Candidate, type EditedPrices } from './candidates';
import { runsPerMonth, type LoadForm } from './loadForm';

/** Dollars a month below which the fee of a coordinator is not worth a thought. */
const noise = 5;
/** A Glue job of usual size. */
const dpu = 10;

/** What counts at this load, in two sentences with its own numbers. */
export function whatCounts(
  carrying: readonly Candidate[],
  load: LoadForm,
  prices: EditedPrices,
): { readonly title: string; readonly text: string } {
  const runs = counted(runsPerMonth(load));
  const environment = priced('mwaa', load, prices).monthlyUsd;
  const standard = priced('step-functions-standard', load, prices).monthlyUsd ?? 0;
  const fees = carrying
    .filter(({ service }) => service.startsWith('step-functions') || service === 'glue-workflow')
    .flatMap(({ monthlyUsd }) => monthlyUsd ?? []);
  const floor =
    environment === undefined
      ? `The price of ${load.environmentClass} is not known here.`
      : `An ${load.environmentClass} environment is ${usd(environment)}, whether or not anything runs.`;
  const highest = Math.max(0, ...fees);
  const express = carrying.some(({ service }) => service === 'step-functions-express');
  if (highest < noise) {
    const hours = limit('step-glue-job/hung-job') / 60;
    const jobSeconds = hours * 3600;
    const hung = monthlyCost({
      service: 'glue',
      load: { runsPerMonth: 1, dpu, jobSeconds, regionFactor: load.regionFactor },
      prices: prices['glue'],
    }).monthlyUsd;
    return {
      title: `At ${runs} runs a month the fee for coordinating is noise: ${usd(highest)} at most.`,
      text: `${floor} One Glue job of ${dpu} DPU that hangs until its default timeout of ${hours} hours is ${usd(hung)}.`,
    };
  }
  return {
    title: `At ${runs} runs a month the transitions of Step Functions Standard are ${usd(standard)}.`,
    text: `${floor} Look at ${express ? 'Express, and at ' : ''}fewer, larger steps.`,
  };
}
