import type {
  AwsClient,
  FunctionLender,
  FunctionRuntime,
  LimitProfile,
  Scope,
  StreamingInvoker,
} from '../../model/index.ts';
import type { Store } from '../../store/index.ts';
import {
  createExecutionRoleCheck,
  createInvocationAccess,
  createRoleRights,
  type FunctionRoles,
  type IdentitySource,
} from './access/index.ts';
import { aliasHandlers } from './aliases/index.ts';
import { announcingStore } from './announcing-store.ts';
import {
  type CodeDownload,
  createCodeDownloads,
  createCodeStore,
  type DownloadOptions,
  localCode,
  readZip,
} from './code/index.ts';
import { codeSigningHandlers, functionCodeSigningHandlers } from './code-signing/index.ts';
import { accountHandlers, provisionedHandlers, reservedHandlers, restoreConcurrency } from './concurrency/index.ts';
import type { LambdaContext } from './context.ts';
import { createEventJournal, createEventQueue, createReports, eventInvokeConfigHandlers } from './events/index.ts';
import { functionKind } from './function-document.ts';
import { functionArn } from './function-name.ts';
import { functionHandlers } from './functions/index.ts';
import { createExecutor, createInvoker, functionMissing, invokeHandlers } from './invocation/index.ts';
import { layerHandlers, layerPolicyHandlers } from './layers/index.ts';
import { CLOSE_GRACE_MS, JOURNAL_BYTES, LIMITS } from './limits.ts';
import { permissionHandlers } from './permissions/index.ts';
import { runtimeManagementHandlers } from './runtimes/index.ts';
import { tagHandlers } from './tags/index.ts';
import type { LambdaHandlers } from './types.ts';
import { findFunctionUrl, type ServedFunctionUrl, urlHandlers } from './urls/index.ts';
import { usedFolders } from './used-folders.ts';
import { versionHandlers } from './versions/index.ts';

export interface LambdaServiceOptions {
  readonly store: Store;
  readonly runtime: FunctionRuntime;
  /** The folder for unpacked code; nothing else may stand in it. Made when the first function is. */
  readonly codeDirectory: string;
  /** The file of asynchronous invocations that have been accepted; made with the first. */
  readonly eventsFile: string;
  /** How addresses of code are made; `now` is the service's. */
  readonly downloads: Omit<DownloadOptions, 'now'>;
  /** For what functions' results are sent to, and code is read from. */
  readonly aws: AwsClient;
  /** Who integrations call functions as. */
  readonly identities: IdentitySource;
  /** Default `any`. */
  readonly functionRoles?: FunctionRoles;
  /** Default `relaxed`. */
  readonly limits?: LimitProfile;
  /** Milliseconds since the epoch. */
  now(): number;
  /** A random UUID, version 4. */
  uuid(): string;
  /** From 0 inclusive to 1 exclusive. */
  random(): number;
  /** The address at which a function URL with this id answers. */
  urlAddress(urlId: string, region: string): string;
  /** Tells those who borrow instances that functions have changed; a call that changes one is answered after that. */
  functionsChanged(): Promise<void>;
  /** One line for the operator about something that went wrong in the background. */
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

export interface LambdaService {
  readonly handlers: LambdaHandlers;
  readonly invoker: StreamingInvoker;
  /** Lends instances to those who call functions often. */
  readonly lender: FunctionLender;
  /** What a function URL leads to; undefined for an id that is none. */
  findUrl(scope: Scope, urlId: string): Promise<ServedFunctionUrl | undefined>;
  /** The zip file that an address leads to which `GetFunction` has given; see `CodeDownloads`. */
  findDownload(target: string): Promise<CodeDownload | 'forbidden' | undefined>;
  /** To be called before the store is emptied: gives up waiting events and ends the functions' idle instances. */
  prepareReset(): Promise<void>;
  /** Removes code that no function has and no instance runs. Done by itself after updates; call it once after a start. */
  removeUnusedCode(): Promise<void>;
  /**
   * Starts what functions are to have without being called: instances that are kept ready, and the asynchronous invocations
   * that an earlier process accepted. Call it once, when calls can be served.
   */
  resume(): Promise<void>;
  /** Starts no more asynchronous invocations; those that wait, wait for the next start. */
  stopEvents(): void;
  /** Lets go of the file of events; call it when the runtime is closed. */
  close(): Promise<void>;
}

/** The Lambda service over a store and a function runtime. */
export function createLambdaService(options: LambdaServiceOptions): LambdaService {
  const { runtime, warn } = options;
  const store = announcingStore(options.store, options.functionsChanged);
  const code = createCodeStore(options.codeDirectory, options.uuid);
  const downloads = createCodeDownloads(code, { ...options.downloads, now: options.now });
  const mayDo = createRoleRights(options.identities, options.now);
  const removeUnusedCode = () => code.removeUnused(() => usedFolders(store), runtime.isInUse);
  const zipOf: LambdaContext['zipOf'] = (input, operation, region) => readZip(input, operation, region, options.aws);
  const context: LambdaContext = {
    store,
    runtime,
    code,
    uuid: options.uuid,
    random: options.random,
    urlAddress: options.urlAddress,
    zipOf,
    locationOf: downloads.locationOf,
    warn,
    checkExecutionRole: createExecutionRoleCheck(options.identities, options.functionRoles ?? 'any', options.now),
    mayDo,
    minUnreserved: options.limits === 'aws' ? LIMITS.unreservedConcurrency : 0,
    async withCode(input, operation, region, work) {
      const local = await localCode(input);
      if (local !== undefined) return work(local);
      return code.add(await zipOf(input, operation, region), work);
    },
    collectGarbage() {
      removeUnusedCode().catch((error: unknown) => {
        warn('Code of deleted functions could not be removed; it is tried again later.', { error: String(error) });
      });
    },
  };
  const executor = createExecutor(context);
  const journal = createEventJournal(options.eventsFile, JOURNAL_BYTES, (error) =>
    warn('Asynchronous invocations could not be written to the disk.', { error: String(error) }),
  );
  const reports = createReports(store, {
    aws: options.aws,
    invoke: (request) => invoker.invoke(request),
    mayDo,
    now: options.now,
    uuid: options.uuid,
    warn,
  });
  const events = createEventQueue(
    {
      ...reports,
      async execute(execution) {
        const found = await executor.find(execution.functionArn);
        return found ? executor.run(found, execution) : functionMissing(execution.functionArn);
      },
      onError: (error) => warn('An asynchronous invocation met an error.', { error: String(error) }),
    },
    journal,
    options.now,
  );
  const invoker = createInvoker(
    executor,
    events,
    createInvocationAccess(options.identities, options.now),
    options.uuid,
  );

  return {
    invoker,
    lender: { ...runtime.lender, lend: invoker.lend },
    findDownload: downloads.find,
    findUrl: (scope, urlId) => findFunctionUrl(store, scope, urlId),
    handlers: {
      ...functionHandlers(context),
      ...permissionHandlers(context),
      ...tagHandlers(context),
      ...invokeHandlers(invoker),
      ...eventInvokeConfigHandlers(context),
      ...versionHandlers(context),
      ...aliasHandlers(context),
      ...reservedHandlers(context),
      ...provisionedHandlers(context),
      ...accountHandlers(context),
      ...layerHandlers(context),
      ...layerPolicyHandlers(context),
      ...urlHandlers(context),
      ...codeSigningHandlers(context),
      ...functionCodeSigningHandlers(context),
      ...runtimeManagementHandlers(context),
    },
    async prepareReset() {
      events.clear();
      for (const { scope, id } of await store.scan(functionKind)) runtime.forget(functionArn(scope, id));
    },
    removeUnusedCode,
    async resume() {
      await restoreConcurrency(context);
      const resumed = await events.resume();
      if (resumed > 0) warn('Asynchronous invocations that were accepted before this start go on.', { resumed });
    },
    stopEvents: events.stop,
    async close() {
      await events.settled(CLOSE_GRACE_MS);
      await journal.close();
    },
  };
}
