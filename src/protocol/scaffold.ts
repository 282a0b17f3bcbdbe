/** What `createScaffold` is told; what is left out is asked for. */
export interface ScaffoldRequest {
  /** A worked example, or the service that it is for. */
  readonly id?: string;
  /** New files, or the definition at the cursor. */
  readonly how?: 'files' | 'insert';
  readonly flavour?: 'sam' | 'terraform';
  /** The URI of the folder that the files go to. */
  readonly folder?: string;
}

export const CREATE_SCAFFOLD_COMMAND = 'orchestrationLens.createScaffold';
