import services from '../advisor/facts.generated.json';
import { date } from '../advisor/prices.generated.json';
import generated from './core.generated.json';
import type { Core } from './guideData';

/** The part of the guide that is there before anything is loaded. */
export const core = { date, services, ...generated } as unknown as Core;
