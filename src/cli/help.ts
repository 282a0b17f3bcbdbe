export const HELP = `Orchestration Lens: what AWS would reject in your state machines, and why, before you deploy.

  orchestration-lens lint [paths or globs…]   check files; folders are searched (default: this folder)
  orchestration-lens explain [RULE]           the page of a rule; without a name all rules
  orchestration-lens pick --answers FILE      which service suits a workload
  orchestration-lens cost --load FILE         what a load costs a month, or where two services cross
  orchestration-lens match --pattern FILE [--event FILE] [--explain] [--dialect bus|pipe|lambda|…]
                                              whether an event pattern is valid and lets an event through
  orchestration-lens schedule EXPRESSION [--timezone Z] [--from ISO] [--count N] [--kind rule|scheduler]
                                              what a schedule means and when it fires
  Those four take --format text|json; FILE may be - for standard input.

lint:
  --format text|json|sarif|github   how findings are written (default: text)
  --type STANDARD|EXPRESS           what a stand-alone definition is judged as (default: STANDARD)
  --max-warnings N                  more warnings than N end with exit code 1
  --config FILE                     project file (default: orchestration-lens.json or .yaml, here or above)
  --stdin --stdin-filename NAME     check standard input as if it were NAME
  --quiet                           errors only
  --fix                             apply the fixes that are surely right, then report what is left

Exit codes: 0 clean, 1 findings of severity error, 2 usage or files that cannot be read.
`;
