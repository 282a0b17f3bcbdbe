import type { Field, Owner, QueryLanguage } from './fieldTypes';
import { choiceConditionFields, choiceFields, choiceRuleFields } from './fields/choice';
import { catcherFields, retrierFields } from './fields/errorHandling';
import { failFields } from './fields/fail';
import {
  branchFields,
  itemProcessorFields,
  iteratorFields,
  machineFields,
  processorConfigFields,
} from './fields/machine';
import { mapFields } from './fields/map';
import {
  itemBatcherFields,
  itemReaderFields,
  readerConfigFields,
  resultWriterFields,
  writerConfigFields,
} from './fields/mapParts';
import { parallelFields } from './fields/parallel';
import { passFields } from './fields/pass';
import { succeedFields } from './fields/succeed';
import { credentialsFields, taskFields } from './fields/task';
import { waitFields } from './fields/wait';

const TABLES: Readonly<Record<Owner, ReadonlyMap<string, Field>>> = {
  machine: machineFields,
  Task: taskFields,
  Pass: passFields,
  Choice: choiceFields,
  Wait: waitFields,
  Succeed: succeedFields,
  Fail: failFields,
  Parallel: parallelFields,
  Map: mapFields,
  retrier: retrierFields,
  catcher: catcherFields,
  choiceRule: choiceRuleFields,
  choiceCondition: choiceConditionFields,
  branch: branchFields,
  itemProcessor: itemProcessorFields,
  iterator: iteratorFields,
  processorConfig: processorConfigFields,
  itemReader: itemReaderFields,
  readerConfig: readerConfigFields,
  itemBatcher: itemBatcherFields,
  resultWriter: resultWriterFields,
  writerConfig: writerConfigFields,
  credentials: credentialsFields,
};

/** Every kind of object that has a field table. */
export const OWNERS = Object.keys(TABLES) as readonly Owner[];

/** The JSON example of a field in the query language of its state. */
export function exampleOf(field: Field, language: QueryLanguage): string | undefined {
  return language === 'JSONata' ? (field.exampleInJsonata ?? field.example) : field.example;
}

/** All fields that AWS accepts in an object of this kind, in either query language, by name. */
export function fieldsOf(owner: Owner): ReadonlyMap<string, Field> {
  return TABLES[owner];
}
