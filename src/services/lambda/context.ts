import type { FunctionRuntime } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import type { CodeStore } from './code/index.ts';

/** What the service's rooms work with. */
export interface LambdaContext {
  readonly store: Store;
  readonly runtime: FunctionRuntime;
  readonly code: CodeStore;
  /** Begins to remove code that no function has any more; does not wait for it. */
  collectGarbage(): void;
  /** From 0 inclusive to 1 exclusive. */
  random(): number;
  /** A random UUID, version 4. */
  uuid(): string;
}
