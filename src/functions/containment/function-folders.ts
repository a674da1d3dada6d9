/** Where functions lie on this machine. */
export interface FunctionFolders {
  /** Of our language bootstraps. */
  readonly bootstraps: string;
  /** An existing one, in which every instance has its own. */
  readonly workDirectory: string;
  /** The one that holds the code of all functions. */
  readonly codeRoot: string;
}
