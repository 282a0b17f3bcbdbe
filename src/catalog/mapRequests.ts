import type { Owner } from './fieldTypes';
import { PAGES } from './fields/sources';

/** A parameter of the call with which a Map reads its items or writes its results. */
export interface MapParameter {
  readonly name: string;
  readonly required: boolean;
  readonly meaning: string;
  /** Title of the page of the AWS documentation. */
  readonly source: string;
}

const BUCKET = { name: 'Bucket', required: true };

/** What Step Functions reads of these calls; the other parameters of the API have no effect here. */
const REQUESTS: ReadonlyMap<string, readonly MapParameter[]> = new Map([
  [
    'itemReader s3:getObject',
    [
      { ...BUCKET, meaning: 'The bucket that holds the file.', source: PAGES.itemReader },
      {
        name: 'Key',
        required: true,
        meaning: 'The file whose records are the items.',
        source: PAGES.itemReader,
      },
      {
        name: 'VersionId',
        required: false,
        meaning: 'The version of the file, in a bucket that keeps versions.',
        source: PAGES.itemReader,
      },
    ],
  ],
  [
    'itemReader s3:listObjectsV2',
    [
      { ...BUCKET, meaning: 'The bucket whose objects are the items.', source: PAGES.itemReader },
      {
        name: 'Prefix',
        required: false,
        meaning: 'What the names of the listed objects begin with; all objects where it is absent.',
        source: PAGES.itemReader,
      },
    ],
  ],
  [
    'resultWriter s3:putObject',
    [
      { ...BUCKET, meaning: 'The bucket that the results are written to.', source: PAGES.resultWriter },
      {
        name: 'Prefix',
        required: false,
        meaning: 'What the names of the result files begin with; the id of the Map Run follows.',
        source: PAGES.resultWriter,
      },
    ],
  ],
]);

/** The parameters of a Map's reader or writer by the `service:action` that it calls. */
export function mapRequest(owner: Owner, call: string): readonly MapParameter[] {
  return REQUESTS.get(`${owner} ${call}`) ?? [];
}
