import type { ServiceProfile } from './serviceProfile';
import eventbridgePipes from './services/eventbridgePipes';
import eventbridgeRule from './services/eventbridgeRule';
import eventbridgeScheduler from './services/eventbridgeScheduler';
import glueWorkflow from './services/glueWorkflow';
import lambda from './services/lambda';
import lambdaDurableFunctions from './services/lambdaDurableFunctions';
import mwaa from './services/mwaa';
import mwaaServerless from './services/mwaaServerless';
import redshiftScheduledQuery from './services/redshiftScheduledQuery';
import stepFunctionsDistributedMap from './services/stepFunctionsDistributedMap';
import stepFunctionsExpress from './services/stepFunctionsExpress';
import stepFunctionsStandard from './services/stepFunctionsStandard';

/** Every service that can be recommended; of two that suit equally well the earlier one is simpler to own. */
export const profiles: readonly ServiceProfile[] = [
  stepFunctionsStandard,
  glueWorkflow,
  eventbridgeScheduler,
  eventbridgeRule,
  eventbridgePipes,
  lambda,
  redshiftScheduledQuery,
  stepFunctionsExpress,
  stepFunctionsDistributedMap,
  lambdaDurableFunctions,
  mwaaServerless,
  mwaa,
];
