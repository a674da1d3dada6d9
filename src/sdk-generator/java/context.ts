import type { SdkModel } from '../api.ts';

/** What every class is written with. */
export interface JavaContext {
  readonly packageName: string;
  /** Class names by model name. */
  readonly classes: ReadonlyMap<string, string>;
  readonly models: ReadonlyMap<string, SdkModel>;
}
