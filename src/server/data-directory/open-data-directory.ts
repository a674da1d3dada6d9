import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RandomBytes } from '../../aws/index.ts';
import { createSealer, KEY_BYTES, type Sealer } from '../../sealing/index.ts';
import type { Settings } from '../settings/index.ts';
import { StartError } from '../start-error.ts';
import { openDataKey } from './data-key.ts';
import { type Layout, layoutOf } from './layout.ts';
import { letOthersReachFunctions } from './let-others-reach-functions.ts';
import { type Lock, lockDirectory } from './lock.ts';
import { masterKeySource } from './master-key.ts';
import { makeRootCredentials, type RootCredentials, readRootCredentials } from './root-credentials.ts';

/** What is sealed with keys of their own. */
export type SealedUse = 'store' | 'files' | 'session tokens';

/** What this process owns on disk. */
export interface DataDirectory {
  readonly path: string;
  /** Where the store lies; `:memory:` when ephemeral. */
  readonly storePath: string;
  readonly functionsDirectory: string;
  /** Lets other users of this machine reach what lies there, and nothing else in the directory. */
  letOthersReachFunctions(): Promise<void>;
  /** Log groups as files; made by the first event. */
  readonly logsDirectory: string;
  /** The store of log events; made by the first. */
  readonly logStoreDirectory: string;
  /** The audit trail; made by the first record. */
  readonly auditDirectory: string;
  readonly metricsDirectory: string;
  /** Certificates and their keys; made by the first that is written. */
  readonly tlsDirectory: string;
  /** Messages to users of user pools; made by the first. */
  readonly outboxDirectory: string;
  readonly rootCredentials: RootCredentials;
  /** Those of the other accounts. */
  readonly accounts: readonly Account[];
  /** Seals what is written in the directory or given out by whoever has it; the keys of an ephemeral one end with it. */
  sealer(use: SealedUse): Sealer;
  /** The file with the root credentials; undefined when they came from the environment. */
  readonly credentialsPath: string | undefined;
  /** Lets another process have the directory; removes it when ephemeral. Everything in it must be closed before. */
  close(): Promise<void>;
}

/** An account beside the first. */
export interface Account {
  /** Twelve digits. */
  readonly accountId: string;
  readonly rootCredentials: RootCredentials;
  /** The file that holds them. */
  readonly credentialsPath: string;
}

type Wanted = Pick<
  Settings,
  'accounts' | 'dataDirectory' | 'ephemeral' | 'rootAccessKeyId' | 'rootSecretAccessKey' | 'masterKey' | 'masterKeyFile'
>;

/**
 * Makes the data directory when it is not there, takes it for this process alone, and finds or makes the root credentials.
 * When ephemeral, that is a temporary directory for the code of functions.
 * @throws {StartError}
 */
export async function openDataDirectory(settings: Wanted, randomBytes: RandomBytes): Promise<DataDirectory> {
  const { ephemeral } = settings;
  const layout = layoutOf(
    ephemeral ? await mkdtemp(join(tmpdir(), 'sallyport-')) : await makeDirectory(settings.dataDirectory),
  );
  const lock = ephemeral ? undefined : lockDirectory(layout);
  try {
    return await fill(layout, settings, lock, randomBytes);
  } catch (error) {
    await leave(layout, lock);
    throw explain(layout.path, 'used', error);
  }
}

async function fill(
  layout: Layout,
  settings: Wanted,
  lock: Lock | undefined,
  randomBytes: RandomBytes,
): Promise<DataDirectory> {
  await mkdir(layout.functionsDirectory, { recursive: true, mode: 0o700 });
  if (!settings.ephemeral) await makePrivateFile(layout.storeFile);
  const key = settings.ephemeral
    ? randomBytes(KEY_BYTES)
    : await openDataKey(layout.dataKeyFile, masterKeySource(settings, layout.masterKeyFile), randomBytes);
  const sealer = (use: SealedUse) => createSealer({ key, use, randomBytes });
  const given = givenCredentials(settings);
  const path = layout.rootCredentialsFile;
  const fileSealer = settings.ephemeral ? undefined : sealer('files');
  const accounts = await Promise.all(
    settings.accounts.map(async (accountId): Promise<Account> => {
      const credentialsPath = layout.accountCredentialsFile(accountId);
      const rootCredentials = await rootCredentialsIn(credentialsPath, fileSealer, randomBytes, accountId);
      return { accountId, rootCredentials, credentialsPath };
    }),
  );
  return {
    path: layout.path,
    storePath: settings.ephemeral ? ':memory:' : layout.storeFile,
    functionsDirectory: layout.functionsDirectory,
    letOthersReachFunctions: () => letOthersReachFunctions(layout),
    logsDirectory: layout.logsDirectory,
    logStoreDirectory: layout.logStoreDirectory,
    auditDirectory: layout.auditDirectory,
    metricsDirectory: layout.metricsDirectory,
    tlsDirectory: layout.tlsDirectory,
    outboxDirectory: layout.outboxDirectory,
    rootCredentials: given ?? (await rootCredentialsIn(path, fileSealer, randomBytes)),
    accounts,
    sealer,
    credentialsPath: given === undefined ? path : undefined,
    close: () => leave(layout, lock),
  };
}

/** @param sealer absent in an ephemeral directory, which is new and has none yet */
async function rootCredentialsIn(
  path: string,
  sealer: Sealer | undefined,
  randomBytes: RandomBytes,
  accountId?: string,
): Promise<RootCredentials> {
  const found = sealer && (await readRootCredentials(path, async () => sealer, accountId));
  return found ?? makeRootCredentials(path, randomBytes, sealer, accountId);
}

async function makeDirectory(wanted: string): Promise<string> {
  const path = resolve(wanted);
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  } catch (error) {
    throw explain(path, 'made', error);
  }
}

/** Errors of the file system are the operator's to mend; every other one is ours. */
function explain(path: string, what: 'made' | 'used', error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  return new StartError(`The data directory ${path} cannot be ${what} (${error.code}).`, { cause: error });
}

/** The store holds secrets of functions; SQLite would make its file with the mode that the umask gives. */
async function makePrivateFile(path: string): Promise<void> {
  const file = await open(path, 'a', 0o600);
  await file.close();
}

/** Settings vouch that either both are given or none. */
function givenCredentials({ rootAccessKeyId, rootSecretAccessKey }: Wanted): RootCredentials | undefined {
  if (rootAccessKeyId === undefined || rootSecretAccessKey === undefined) return undefined;
  return { accessKeyId: rootAccessKeyId, secretAccessKey: rootSecretAccessKey.reveal() };
}

/** Only an ephemeral directory has no lock. */
async function leave(layout: Layout, lock: Lock | undefined): Promise<void> {
  if (lock === undefined) await rm(layout.path, { recursive: true, force: true, maxRetries: 3 });
  else lock.release();
}
