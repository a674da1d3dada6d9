import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import { StartError } from '../start-error.ts';
import type { Layout } from './layout.ts';

/** A lock that is held. */
export interface Lock {
  release(): void;
}

/**
 * Takes the data directory for this process alone. The lock is SQLite's exclusive lock on a file of its own, which is a
 * lock of the operating system (Linux and macOS alike): the system releases it however the process ends, and no other
 * process can inherit it. A file with a process number alone could be stale, or name a number that was given anew.
 * @throws {StartError} when another process has it
 */
export function lockDirectory(layout: Layout): Lock {
  const database = connect(layout);
  try {
    // Only `exec`: libsql keeps a file open for the sake of prepared statements, also after `close` (libsql-js#228).
    database.exec('begin exclusive');
    writeFileSync(layout.pidFile, `${process.pid}\n`, { mode: 0o600 });
  } catch (error) {
    database.close();
    throw explain(layout, error);
  }
  return { release: () => database.close() };
}

function connect(layout: Layout): Database.Database {
  try {
    return new Database(layout.lockFile, { timeout: 0 });
  } catch (error) {
    throw new StartError(`The data directory ${layout.path} cannot be written to.`, { cause: error });
  }
}

function explain(layout: Layout, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_BUSY')) {
    return new StartError(`The data directory ${layout.path} is in use by ${holder(layout)}.`, { cause: error });
  }
  return new StartError(`The data directory ${layout.path} cannot be locked: ${error.message}.`, { cause: error });
}

/** Whoever has the lock writes its number a moment later, so this is for people only. */
function holder({ pidFile }: Layout): string {
  try {
    return `process ${Number.parseInt(readFileSync(pidFile, 'latin1'), 10)}`;
  } catch {
    return 'another process';
  }
}
