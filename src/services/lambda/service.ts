import type { FunctionRuntime, StreamingInvoker } from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import { createCodeStore } from './code/index.ts';
import type { LambdaContext } from './context.ts';
import { functionKind } from './function-document.ts';
import { functionArn } from './function-name.ts';
import { functionHandlers } from './functions/index.ts';
import {
  createEventQueue,
  createExecutor,
  createInvoker,
  functionMissing,
  invokeHandlers,
} from './invocation/index.ts';
import { permissionHandlers } from './permissions/index.ts';
import { tagHandlers } from './tags/index.ts';
import type { LambdaHandlers } from './types.ts';

export interface LambdaServiceOptions {
  readonly store: Store;
  readonly runtime: FunctionRuntime;
  /** The folder for unpacked code; nothing else may stand in it. Made when the first function is. */
  readonly codeDirectory: string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A random UUID, version 4. */
  uuid(): string;
  /** One line for the operator about something that went wrong in the background. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

export interface LambdaService {
  readonly handlers: LambdaHandlers;
  readonly invoker: StreamingInvoker;
  /** To be called before the store is emptied: gives up waiting events and ends the functions' idle instances. */
  prepareReset(): Promise<void>;
  /** Removes code that no function has and no instance runs. Done by itself after updates; call it once after a start. */
  removeUnusedCode(): Promise<void>;
  /** Starts no more asynchronous invocations; those that wait are lost, and the operator is told how many. */
  close(): void;
}

/** The Lambda service over a store and a function runtime. */
export function createLambdaService(options: LambdaServiceOptions): LambdaService {
  const { store, runtime, warn } = options;
  const code = createCodeStore(options.codeDirectory, options.uuid);
  const removeUnusedCode = () =>
    code.removeUnused(
      async () => new Set((await store.scan(functionKind)).map(({ value }) => value.code.folder)),
      runtime.isInUse,
    );
  const context: LambdaContext = {
    store,
    runtime,
    code,
    uuid: options.uuid,
    collectGarbage() {
      removeUnusedCode().catch((error: unknown) => {
        warn('Code of deleted functions could not be removed; it is tried again later.', { error: String(error) });
      });
    },
  };
  const executor = createExecutor(context);
  const events = createEventQueue(async (execution) => {
    const found = await executor.find(execution.functionArn);
    return found ? executor.run(found, execution) : functionMissing(execution.functionArn);
  }, options.now);
  const invoker = createInvoker(executor, events, options.uuid);

  return {
    invoker,
    handlers: {
      ...functionHandlers(context),
      ...permissionHandlers(context),
      ...tagHandlers(context),
      ...invokeHandlers(invoker),
    },
    async prepareReset() {
      events.clear();
      for (const { scope, id } of await store.scan(functionKind)) runtime.retire(functionArn(scope, id));
    },
    removeUnusedCode,
    close() {
      const lost = events.close();
      if (lost > 0) warn('Asynchronous invocations that were waiting are lost.', { lost });
    },
  };
}
