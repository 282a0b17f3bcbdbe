/** A call whose answer may come near the 256 KiB that a state can pass on. */
export interface Listing {
  readonly name: string;
  /** Fields of the answer that are lists, without which a call has no list to iterate over. */
  readonly lists: readonly string[];
  /** Parameters that cap the answer. */
  readonly caps: readonly string[];
  /** True where the answer is that large without any special data: a full page is by the service's default. */
  readonly large: boolean;
}

/**
 * Defaults of a page: Scan and Query 1 MB, ListObjectsV2 1,000 keys, GetQueryResults 1,000 rows. From the API
 * references of Amazon DynamoDB, S3 and Athena, as of 2026-09.
 */
const LISTINGS: readonly Listing[] = [
  { name: 'dynamodb:scan', lists: ['Items'], caps: ['Limit', 'Select'], large: true },
  { name: 'dynamodb:query', lists: ['Items'], caps: ['Limit', 'Select'], large: false },
  { name: 's3:listObjectsV2', lists: ['Contents', 'CommonPrefixes'], caps: ['MaxKeys'], large: true },
  { name: 's3:listObjects', lists: ['Contents', 'CommonPrefixes'], caps: ['MaxKeys'], large: true },
  { name: 's3:listObjectVersions', lists: ['Versions', 'DeleteMarkers'], caps: ['MaxKeys'], large: true },
  { name: 's3:getObject', lists: [], caps: ['Range'], large: false },
  { name: 'athena:getQueryResults', lists: ['ResultSet'], caps: ['MaxResults'], large: false },
];

const BY_NAME: ReadonlyMap<string, Listing> = new Map(LISTINGS.map((listing) => [listing.name, listing]));

/** What is known of the size of a call's answer. */
export function listing(name: string): Listing | undefined {
  return BY_NAME.get(name);
}
