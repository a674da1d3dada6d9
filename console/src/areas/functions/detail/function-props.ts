import type { FunctionOutput } from '../use-functions.ts';

/** What every tab is about. */
export interface FunctionProps {
  readonly functionName: string;
  /** `$LATEST`, or the version or alias that is shown. */
  readonly qualifier: string;
  /** Whether a published version is shown, of which nothing can be changed. */
  readonly isFixed: boolean;
  readonly found: FunctionOutput;
}
