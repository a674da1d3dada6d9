/** One version of a function as the runtime needs it: complete and immutable; a change of code or settings makes another. */
export interface FunctionVersion {
  /** `arn:aws:lambda:REGION:ACCOUNT:function:NAME`, without qualifier. */
  readonly arn: string;
  readonly functionName: string;
  /** `$LATEST` or a number. */
  readonly version: string;
  /** Changes with every update of code or configuration: instances of an older revision take no further invocation. */
  readonly revisionId: string;
  readonly runtime: string;
  readonly handler: string;
  /** The folder that holds the unpacked code. */
  readonly codeDirectory: string;
  /** The folders of its layers, in the order in which they are laid over one another. */
  readonly layerDirectories?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly memorySizeMb: number;
  readonly timeoutMs: number;
  /** What its temporary folder may hold; 512 when absent. */
  readonly ephemeralStorageMb?: number;
  readonly region: string;
  readonly accountId: string;
  /** The role that it acts as: `arn:aws:iam::ACCOUNT:role/PATH/NAME`. */
  readonly roleArn: string;
  /** Set for instances that are kept ready before anybody asks for them. */
  readonly initializationType?: 'provisioned-concurrency';
}
