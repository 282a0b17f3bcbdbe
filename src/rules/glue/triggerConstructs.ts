import type { CodeFile } from '../../model/code';
import { constructsOf } from '../../model/code/constructs';
import type { Finding } from '../rule';

/** Triggers of the CDK that are made and never activated. */
export function* triggerConstructs(code: CodeFile): Iterable<Finding> {
  for (const { type, id, properties, isOpen } of constructsOf(code)) {
    const kind = properties.get('type')?.value;
    if (type !== 'glue.CfnTrigger' || isOpen || kind?.kind !== 'string') continue;
    if (kind.value !== 'CONDITIONAL' && kind.value !== 'SCHEDULED') continue;
    const written = properties.get('startOnCreation')?.value;
    if (!written) {
      yield { span: kind.span, message: `"${id}" is made and never activated, so that it does not fire.` };
    } else if (written.kind === 'constant' && written.value === false) {
      yield {
        span: kind.span,
        message: `"${id}" is made and not activated, so that it never fires until somebody starts it.`,
        // Who writes so may activate it in another way.
        severity: 'info',
      };
    }
  }
}
