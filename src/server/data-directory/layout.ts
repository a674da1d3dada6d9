import { join } from 'node:path';

/** What lies where in a data directory. Only this file knows the names. */
export interface Layout {
  readonly path: string;
  readonly storeFile: string;
  /** Unpacked code of functions. */
  readonly functionsDirectory: string;
  /** A file a log group, made by the first event, where the operator wants files. */
  readonly logsDirectory: string;
  /** The store of log events, made by the first. */
  readonly logStoreDirectory: string;
  /** The audit trail. */
  readonly auditDirectory: string;
  /** Metrics over time; made by the first one. */
  readonly metricsDirectory: string;
  /** Certificates and keys that are made or ordered here. */
  readonly tlsDirectory: string;
  /** Messages to users of user pools. */
  readonly outboxDirectory: string;
  readonly rootCredentialsFile: string;
  /** The same of another account, by its id. */
  accountCredentialsFile(accountId: string): string;
  /** Where the master key lies unless the operator keeps it elsewhere. */
  readonly masterKeyFile: string;
  /** What secrets are sealed with, sealed by the master key. */
  readonly dataKeyFile: string;
  readonly lockFile: string;
  /** Holds the number of the process that has the lock, as text. */
  readonly pidFile: string;
}

/** @param path absolute */
export function layoutOf(path: string): Layout {
  return {
    path,
    storeFile: join(path, 'store.db'),
    functionsDirectory: join(path, 'functions'),
    logsDirectory: join(path, 'logs'),
    logStoreDirectory: join(path, 'log-groups'),
    auditDirectory: join(path, 'audit'),
    metricsDirectory: join(path, 'metrics'),
    tlsDirectory: join(path, 'tls'),
    outboxDirectory: join(path, 'outbox'),
    rootCredentialsFile: join(path, 'root-credentials.json'),
    accountCredentialsFile: (accountId) => join(path, `root-credentials-${accountId}.json`),
    masterKeyFile: join(path, 'master.key'),
    dataKeyFile: join(path, 'data-key.json'),
    lockFile: join(path, 'lock.db'),
    pidFile: join(path, 'sallyport.pid'),
  };
}
