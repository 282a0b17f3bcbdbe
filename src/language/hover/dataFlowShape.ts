import { KIND, UNKNOWN, shapeText, type Shape } from '../../model/dataFlow';

/** Lines of a shape that a hover shows. */
const LINES = 10;

/** A shape under a heading, as Markdown; nothing where nothing is known of it. */
export function shapeSection(heading: string, shape: Shape | undefined): string[] {
  if (!shape || !saysSomething(shape)) return [];
  return [`**${heading}**\n\n\`\`\`typescript\n${shapeText(shape, LINES)}\n\`\`\``];
}

/** False for what may be anything, and for an object of which no field is known. */
export function saysSomething(shape: Shape): boolean {
  if (shape === UNKNOWN || shape.kinds === 0) return false;
  const { object, kinds } = shape;
  return kinds !== KIND.object || object?.rest !== 'any' || object.fields.size > 0;
}
