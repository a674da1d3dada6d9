import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { type Statements, statementsOf } from './statements.ts';

/** Format of the file. Each entry is run once; never change one that was released. */
const MIGRATIONS = [
  `create table series (id integer primary key, key text not null unique, seen integer not null);
   create table page (id integer primary key autoincrement, data blob not null);
   create table chunk (series integer not null, distance integer not null, start integer not null, data blob not null,
     primary key (series, distance, start)) without rowid;
   create table state (name text primary key, value text not null) without rowid`,
];

/** A commit survives the end of the process; a power cut may take the last minutes (decision 0030). */
const PRAGMAS = ['journal_mode = wal', 'synchronous = normal', 'cache_size = -1000', 'journal_size_limit = 16777216'];

/** The database of metrics. */
export interface MetricDatabase extends Statements {
  /** All or nothing. */
  transact(work: () => void): void;
  close(): void;
}

/** Opens the file in a folder, and makes both when they are not there. @throws what SQLite or the file system says */
export function openMetricDatabase(folder: string): MetricDatabase {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'metrics.db');
  // SQLite would make it with the mode that the umask gives.
  closeSync(openSync(path, 'a', 0o600));
  const database = new Database(path);
  for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
  const [format] = database.prepare('pragma user_version').raw().get() as readonly [number];
  MIGRATIONS.slice(format).forEach((step, index) => {
    database.exec(`begin immediate; ${step}; pragma user_version = ${format + index + 1}; commit`);
  });
  return {
    ...statementsOf(database),
    transact(work) {
      database.exec('begin immediate');
      try {
        work();
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    close: () => database.close(),
  };
}
