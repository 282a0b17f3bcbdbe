/**
 * The rule that Step Functions makes in an account to hear of the end of what ".sync" waits for, by service.
 * "IAM policies for integrated services", 2026.
 */
export const MANAGED_RULES: Readonly<Record<string, string>> = {
  states: 'StepFunctionsGetEventsForStepFunctionsExecutionRule',
  ecs: 'StepFunctionsGetEventsForECSTaskRule',
  batch: 'StepFunctionsGetEventsForBatchJobsRule',
};

/** What a role has to be allowed on that rule. */
export const MANAGED_RULE_ACTIONS = ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'] as const;
