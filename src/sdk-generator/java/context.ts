import type { SdkModel, SdkOperation } from '../api.ts';

/** What every class is written with. */
export interface JavaContext {
  readonly packageName: string;
  /** Class names by model name. */
  readonly classes: ReadonlyMap<string, string>;
  readonly models: ReadonlyMap<string, SdkModel>;
}

/** An operation with the names that it gets. */
export interface NamedOperation {
  readonly name: string;
  readonly operation: SdkOperation;
  readonly request: string;
  readonly result: string;
}

/** What the caller says of the client. */
export interface JavaParameters {
  /** The client's class, such as `SimpleCalcSdk`. */
  readonly serviceName: string;
  readonly javaPackageName: string;
  readonly groupId?: string;
  readonly artifactId?: string;
  readonly artifactVersion?: string;
}
