import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defineKind } from '../store.ts';
import { openSqliteStore } from './index.ts';
import { APPLICATION_ID, MIGRATIONS } from './migrations.ts';
import { openDatabase } from './open-database.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sallyport-database-'));
  path = join(folder, 'store.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs SQL on the file with plain SQLite, as somebody else would. */
function outside(sql: string): void {
  const database = new Database(path);
  database.exec(sql);
  database.close();
}

function pragma(database: Database.Database, name: string): unknown {
  return (database.prepare(`pragma ${name}`).raw().get() as readonly unknown[])[0];
}

test('a new store is marked as ours, with its format, in WAL with full synchronisation', () => {
  const database = openDatabase(path);
  const marks = ['application_id', 'user_version', 'journal_mode', 'synchronous'].map((name) => pragma(database, name));
  database.close();
  // 2 is FULL (sqlite.org/pragma.html#pragma_synchronous).
  expect(marks).toEqual([APPLICATION_ID, MIGRATIONS.length, 'wal', 2]);
});

test('an empty file becomes a store', async () => {
  writeFileSync(path, '');
  await (await openSqliteStore({ path })).close();
  expect(readFileSync(path, 'latin1').slice(0, 15)).toBe('SQLite format 3');
});

test('a newer format is refused in one sentence that names both formats, and the file stays as it is', async () => {
  await (await openSqliteStore({ path })).close();
  outside(`pragma user_version = ${MIGRATIONS.length + 1}`);
  const before = readFileSync(path);
  await expect(openSqliteStore({ path })).rejects.toMatchObject({
    name: 'StoreOpenError',
    failure: 'newer-format',
    message: `The store ${path} was written by a newer Sallyport (its format is ${MIGRATIONS.length + 1}, this version knows up to ${MIGRATIONS.length}).`,
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('an SQLite database of something else is refused and stays as it is', async () => {
  outside('create table t (a); insert into t values (1)');
  const before = readFileSync(path);
  await expect(openSqliteStore({ path })).rejects.toMatchObject({ failure: 'not-a-store' });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a file that is no database is refused', async () => {
  writeFileSync(path, 'This is a text, and long enough to be taken for the head of a database by its size.'.repeat(20));
  await expect(openSqliteStore({ path })).rejects.toMatchObject({ failure: 'damaged' });
});

test('a store that lost its end is refused', async () => {
  await (await openSqliteStore({ path })).close();
  truncateSync(path, 4_096);
  await expect(openSqliteStore({ path })).rejects.toMatchObject({ failure: 'damaged' });
});

test('a folder that is not there is named', async () => {
  const missing = join(folder, 'none', 'store.db');
  await expect(openSqliteStore({ path: missing })).rejects.toMatchObject({
    failure: 'unavailable',
    message: `The store ${missing} cannot be opened or made.`,
  });
});

test('a file that another program holds locked is refused after a second', async () => {
  const other = new Database(path);
  other.exec('create table t (a); begin exclusive');
  await expect(openSqliteStore({ path })).rejects.toMatchObject({
    failure: 'in-use',
    message: `The store ${path} is in use by another process.`,
  });
  other.close();
});

test('after close the file is complete without its log', async () => {
  const notes = defineKind<string>('Note');
  const scope = { accountId: '000000000000', region: 'us-east-1' };
  const store = await openSqliteStore({ path });
  await store.transact((tx) => tx.put(notes, scope, 'a', 'kept'));
  await store.close();
  const copy = join(folder, 'copy.db');
  copyFileSync(path, copy);
  const reopened = await openSqliteStore({ path: copy });
  expect(await reopened.get(notes, scope, 'a')).toMatchObject({ value: 'kept' });
  await reopened.close();
});

test('an older format is brought forward step by step, and its data stays', () => {
  const first = 'create table t (a)';
  openDatabase(path, [first]).close();
  outside('insert into t values (7)');
  const database = openDatabase(path, [first, 'alter table t add column b default 8', 'update t set b = b + 1']);
  expect(database.prepare('select a, b from t').raw().get()).toEqual([7, 9]);
  expect(pragma(database, 'user_version')).toBe(3);
  database.close();
});

test('a step that fails leaves the file at the format before it', () => {
  const first = 'create table t (a)';
  openDatabase(path, [first]).close();
  const second = 'alter table t add column b';
  expect(() => openDatabase(path, [first, second, 'insert into t values (1, 2); create table t (a)'])).toThrow();
  const database = openDatabase(path, [first, second]);
  expect(pragma(database, 'user_version')).toBe(2);
  expect(database.prepare('select * from t').all()).toEqual([]);
  database.close();
});
