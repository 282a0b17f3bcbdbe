import type { ExpressionProblem } from './problem';

/** Characters that the name of a variable may have. */
const LONGEST = 80;
const NAME = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Why AWS refuses a name in `Assign`, or `undefined`: "Passing data between states with variables". */
export function variableNameProblem(name: string): ExpressionProblem | undefined {
  const whole = { start: 0, end: name.length };
  if (name.includes('${')) return undefined;
  if (name === 'states')
    return { ...whole, message: '"states" is the name that Step Functions keeps for itself.' };
  if (name.length > LONGEST) {
    return {
      ...whole,
      message: `The name of the variable has ${name.length} characters, and AWS allows ${LONGEST}.`,
    };
  }
  if (NAME.test(name)) return undefined;
  if (name === '') return { ...whole, message: 'The name of the variable is empty.' };
  const message = `"${name}" has characters that the name of a variable cannot have: it is made of letters, digits and "_".`;
  const plain = name.replace(/[^\p{ID_Continue}]+/gu, '_');
  return { ...whole, message, ...(NAME.test(plain) && { suggestion: plain }) };
}
