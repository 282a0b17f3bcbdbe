import { NULL, TEXT, objectOf, present } from './shape';
import { join } from './join';

/** What a catcher gets; an error without a name or cause has `null` in its place. */
export const ERROR_OUTPUT = objectOf(
  new Map([
    ['Error', present(join(TEXT, NULL))],
    ['Cause', present(join(TEXT, NULL))],
  ]),
);
