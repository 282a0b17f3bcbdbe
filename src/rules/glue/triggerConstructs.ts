import type { CodeFile } from '../../model/code';
import { constructsOf } from '../../model/code/constructs';
import type { Finding } from '../rule';

/** Triggers of the CDK that are made and never activated. */
export function* triggerConstructs(code: CodeFile): Iterable<Finding> {
  for (const { type, id, properties, isOpen } of constructsOf(code)) {
    const kind = properties.get('type')?.value;
    if (type !== 'glue.CfnTrigger' || isOpen || kind?.kind !== 'string' || properties.has('startOnCreation'))
      continue;
    if (kind.value !== 'CONDITIONAL' && kind.value !== 'SCHEDULED') continue;
    yield { span: kind.span, message: `"${id}" is made and never activated, so that it does not fire.` };
  }
}
