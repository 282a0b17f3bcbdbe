import { get, getObject } from '../../syntax/navigate';
import { oncePer } from '../oncePer';
import type { Template } from '../template';

/** Transforms that add nothing by which one resource may use another, except what SAM says elsewhere. */
const KNOWN = /^AWS::(?:Serverless-|LanguageExtensions$|SecretsManager-|CodeDeployBlueGreen$)/;

/**
 * True where a template makes resources or permissions that it does not write out: by connectors of SAM,
 * loops, included files or macros. What is not there may then be there all the same.
 */
export const hasUnwritten = oncePer(({ tree, resources }: Template): boolean => {
  if (resources.some(({ type, node }) => type === 'AWS::Serverless::Connector' || get(node, 'Connectors')))
    return true;
  const entries = getObject(tree.root, 'Resources')?.properties ?? [];
  if (entries.some(({ name }) => /^Fn::(?:ForEach|Transform)/.test(name))) return true;
  const transform = get(tree.root, 'Transform');
  return (transform?.kind === 'array' ? transform.items : [transform]).some(
    (node) => node && (node.kind !== 'string' || !KNOWN.test(node.value)),
  );
});
