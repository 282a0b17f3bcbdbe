import { isCollection, parseDocument, visit } from 'yaml';

/** A value of YAML as it can stand in brackets: on one line, with its tags and without its comments. */
export function yamlInBrackets(text: string): string {
  const document = parseDocument(text, { logLevel: 'silent' });
  visit(document, (_, node) => {
    if (isCollection(node)) node.flow = true;
  });
  document.comment = null;
  return document.toString({ lineWidth: 0, collectionStyle: 'flow' }).trim();
}
