import { transitionCount } from '../model/transitionCount';
import type { LanguageDocument } from './document';
import type { InlayHint } from './inlayHints';

/** Behind the `StartAt` of a machine or a Map's processor, how many transitions a run or an item takes. */
export function transitionHints({ located }: LanguageDocument): InlayHint[] {
  return located.stateMachines.flatMap((machine) =>
    machine.scopes.flatMap((scope): InlayHint[] => {
      const at = scope.startAt?.value;
      if (!at || scope.kind === 'branch') return [];
      const count = transitionCount(machine, scope);
      if (!count || (count.most === 1 && !count.perItem)) return [];
      const { least, most, perItem } = count;
      const number = most === least || most === Infinity ? `${least}` : `${least}–${most}`;
      const words = `${number} ${number === '1' ? 'transition' : 'transitions'}`;
      const unit = scope.kind === 'machine' ? '' : ' an item';
      const label = `${words}${unit}${most === Infinity ? ' or more' : ''}${perItem ? ', and those of items' : ''}`;
      const tooltip =
        'States that are entered when nothing fails; a Standard execution pays for each, and for every retry.';
      return [{ offset: at.span.end, label, tooltip }];
    }),
  );
}
