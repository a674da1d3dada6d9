import Database from 'libsql';
import { StoreOpenError, type StoreOpenFailure } from '../errors.ts';

/** Turns what SQLite says about a file into one sentence for the operator; leaves every other error as it is. */
export function explainOpenFailure(path: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const [failure, message] = describe(path, error.code, error.message);
  return new StoreOpenError(failure, message, { cause: error });
}

/** Codes are those of sqlite.org/rescode.html; an extended code begins with its primary one. */
function describe(path: string, code: string, message: string): readonly [StoreOpenFailure, string] {
  if (code.startsWith('SQLITE_NOTADB')) {
    return ['damaged', `The store ${path} is damaged, or was never a store of Sallyport.`];
  }
  if (code.startsWith('SQLITE_CORRUPT')) return ['damaged', `The store ${path} is damaged.`];
  if (code.startsWith('SQLITE_BUSY')) return ['in-use', `The store ${path} is in use by another process.`];
  return ['unavailable', `The store ${path} cannot be used: ${message}.`];
}
