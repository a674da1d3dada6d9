import type { FunctionRuntime } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import type { CheckExecutionRole } from './access/execution-role.ts';
import type { MayDo } from './access/role-rights.ts';
import type { CodeInput, CodeStore, FunctionCode } from './code/index.ts';

/** What the service's rooms work with. */
export interface LambdaContext {
  readonly store: Store;
  readonly runtime: FunctionRuntime;
  readonly code: CodeStore;
  /** The zip file that a call brings or names. @throws {ServiceError} */
  zipOf(code: CodeInput, operation: string, region: string): Promise<Uint8Array>;
  /**
   * Puts the code of a function in place and keeps it there while `work` stores who uses it.
   * @throws {ServiceError} for code that cannot be had, or that AWS refuses
   */
  withCode<R>(code: CodeInput, operation: string, region: string, work: (code: FunctionCode) => Promise<R>): Promise<R>;
  /** An address from which code can be fetched for a while; undefined where there is none. */
  locationOf(code: FunctionCode): Promise<string | undefined>;
  /** Begins to remove code that no function has any more; does not wait for it. */
  collectGarbage(): void;
  /** Refuses roles that a function cannot have. */
  readonly checkExecutionRole: CheckExecutionRole;
  /** What a function's role lets it do. */
  readonly mayDo: MayDo;
  /** What reserving concurrency must leave the other functions; 0 where limits are not AWS's. */
  readonly minUnreserved: number;
  /** One line for the operator about something that went wrong in the background. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
  /** The address of a function URL by its id. */
  urlAddress(urlId: string, region: string): string;
  /** From 0 inclusive to 1 exclusive. */
  random(): number;
  /** A random UUID, version 4. */
  uuid(): string;
}
