/** How a block or attribute of Terraform is called in CloudFormation. */
export interface FieldSpec {
  /** A path from the resource or block, `Targets.S3Targets` or through a list `Rules[].Name`; by default the name in capital letters. */
  readonly as?: string;
  /** CloudFormation has a list where Terraform repeats a block or takes one value. */
  readonly list?: true;
  /** Names inside of the block that do not follow from Terraform's. */
  readonly fields?: Fields;
}

/** By Terraform's name; a text is the `as` of a field that has nothing else. Names that are not here follow the rule. */
export type Fields = Readonly<Record<string, string | FieldSpec>>;

/** A type of Terraform with the type of CloudFormation that it stands for. */
export interface ResourceSpec {
  readonly type: string;
  readonly fields?: Fields;
  /** Where the resource is a part of another one in CloudFormation. */
  readonly partOf?: PartSpec;
}

export interface PartSpec {
  /** The attribute that names the whole. */
  readonly by: string;
  /** The property of the whole; a list takes the part as an item. */
  readonly at: string;
  readonly list?: true;
  /** The one property of the part that stands there; by default all of it. */
  readonly only?: string;
}

/** A name of Terraform as CloudFormation writes it: `retention_in_days` is `RetentionInDays`. */
export function cloudFormationName(name: string): string {
  return name.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
