import { parsePython } from '../../syntax/code/python';
import { parseTypeScript } from '../../syntax/code/typescript';
import { buildDagFile, mayBeDagFile } from '../airflow';
import { CodeFile } from '../code';
import { NOTHING, type Located } from './located';
import type { SourceFile } from './sourceFile';

/** Words without which a file of code says nothing about orchestration. */
const CONCERNS_US = {
  python:
    /\bboto3\b|\bawsglue\b|\bairflow\b|\baws_cdk\b|\bdef \w*handler\(|\bevent\b[^\n()]{0,60}\bc(?:on)?te?xt\b|durable_execution/,
  typescript:
    /aws-sdk|aws-cdk|aws-lambda|(?:exports\.|const |function )\w*[hH]andler\b|\bevent\b[^\n]{0,60}\bcontext\b|withDurableExecution/,
} as const;

/** Reads a program; most files of a workspace are dismissed by a look at their text. */
export function locateCode({ path, text }: SourceFile, language: 'python' | 'typescript'): Located {
  if (!CONCERNS_US[language].test(text)) return NOTHING;
  const program = language === 'python' ? parsePython(text) : parseTypeScript(text);
  const code = new CodeFile(path, program);
  const dagFile = code.role === 'airflowDag' && mayBeDagFile(path, text) ? buildDagFile(code) : undefined;
  return { ...NOTHING, code, dagFile };
}
