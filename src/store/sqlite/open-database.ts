import Database from 'libsql';
import { StoreOpenError } from '../errors.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';

/** How long an open waits for another process that reads or copies the file, in milliseconds. */
const BUSY_TIMEOUT_MS = 1_000;

/**
 * WAL with FULL: a commit is one append and one sync, and survives a power cut. The cache is small because documents are
 * few and the operating system caches the file as well; a log that once grew large is cut back to 16 MiB.
 */
const PRAGMAS = ['journal_mode = wal', 'synchronous = full', 'cache_size = -2000', 'journal_size_limit = 16777216'];

/**
 * Opens the store's file, makes it when it is not there, and brings an older format up to date.
 * @param path of a file, or `:memory:`
 * @throws {StoreOpenError} or what SQLite throws; see `explainOpenFailure`
 */
export function openDatabase(path: string, migrations: readonly string[] = MIGRATIONS): Database.Database {
  const database = connect(path);
  try {
    checkIdentity(database, path, migrations.length);
    for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
    migrate(database, migrations);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function connect(path: string): Database.Database {
  try {
    return new Database(path, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw new StoreOpenError('unavailable', `The store ${path} cannot be opened or made.`, { cause: error });
  }
}

/** Nothing is written to a file before it is known to be ours. */
function checkIdentity(database: Database.Database, path: string, knownFormat: number): void {
  const applicationId = readNumber(database, 'pragma application_id');
  const format = readNumber(database, 'pragma user_version');
  const isEmpty = readNumber(database, 'select count(*) from sqlite_schema') === 0;
  if (applicationId !== APPLICATION_ID && !(isEmpty && applicationId === 0 && format === 0)) {
    throw new StoreOpenError('not-a-store', `${path} is an SQLite database, but not a store of Sallyport.`);
  }
  if (format > knownFormat) {
    throw new StoreOpenError(
      'newer-format',
      `The store ${path} was written by a newer Sallyport (its format is ${format}, this version knows up to ${knownFormat}).`,
    );
  }
}

/** Each step and its number are one transaction, so a crash leaves the file at one format or the next. */
function migrate(database: Database.Database, migrations: readonly string[]): void {
  const format = readNumber(database, 'pragma user_version');
  migrations.slice(format).forEach((step, index) => {
    database.exec(
      `begin immediate; ${step}; pragma application_id = ${APPLICATION_ID}; pragma user_version = ${format + index + 1}; commit`,
    );
  });
}

function readNumber(database: Database.Database, sql: string): number {
  const [value] = database.prepare(sql).raw().get() as readonly [number];
  return value;
}
