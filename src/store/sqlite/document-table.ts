import type { Database, Statement } from 'libsql';
import type { Scope } from '../../model/index.ts';
import type { IdRange } from '../id-range.ts';
import type { DocumentRow, DocumentSource } from './document-source.ts';
import type { BufferedWrite } from './write-buffer.ts';

const COLUMNS = 'account, region, id, version, value';
const IN_SCOPE = 'kind = ? and account = ? and region = ?';

type Columns = readonly [account: string, region: string, id: string, version: number, value: string];

/** What reads a stretch of ids in one order. */
interface RangeStatements {
  readonly from: Statement;
  readonly between: Statement;
}

function prepareRanges(database: Database, order: string): RangeStatements {
  const select = `select ${COLUMNS} from documents where ${IN_SCOPE} and id >= ?`;
  return {
    from: database.prepare(`${select} ${order} limit ?`).raw(),
    between: database.prepare(`${select} and id < ? ${order} limit ?`).raw(),
  };
}

/** The table of documents: its statements, prepared once. */
export class DocumentTable implements DocumentSource {
  readonly #get: Statement;
  readonly #ascending: RangeStatements;
  readonly #descending: RangeStatements;
  readonly #scan: Statement;
  readonly #kinds: Statement;
  readonly #put: Statement;
  readonly #delete: Statement;

  constructor(database: Database) {
    this.#get = database.prepare(`select ${COLUMNS} from documents where ${IN_SCOPE} and id = ?`).raw();
    this.#ascending = prepareRanges(database, 'order by id');
    this.#descending = prepareRanges(database, 'order by id desc');
    this.#scan = database.prepare(`select ${COLUMNS} from documents where kind = ? order by account, region, id`).raw();
    this.#kinds = database.prepare('select distinct kind from documents').raw();
    this.#put = database.prepare(
      `insert into documents (kind, ${COLUMNS}) values (?, ?, ?, ?, ?, ?)
       on conflict do update set version = excluded.version, value = excluded.value`,
    );
    this.#delete = database.prepare(`delete from documents where ${IN_SCOPE} and id = ?`);
  }

  get(kind: string, scope: Scope, id: string): DocumentRow | undefined {
    const row = this.#get.get(kind, scope.accountId, scope.region, id);
    return row === undefined ? undefined : toRow(row);
  }

  range(
    kind: string,
    scope: Scope,
    { from, before }: IdRange,
    limit: number,
    isDescending = false,
  ): readonly DocumentRow[] {
    const statements = isDescending ? this.#descending : this.#ascending;
    // To SQLite a negative limit is none.
    const most = limit === Number.POSITIVE_INFINITY ? -1 : limit;
    const rows =
      before === undefined
        ? statements.from.all(kind, scope.accountId, scope.region, from, most)
        : statements.between.all(kind, scope.accountId, scope.region, from, before, most);
    return rows.map(toRow);
  }

  scan(kind: string): readonly DocumentRow[] {
    return this.#scan.all(kind).map(toRow);
  }

  kinds(): readonly string[] {
    return this.#kinds.all().map((row) => (row as readonly [string])[0]);
  }

  write({ kind, scope, id, json, version }: BufferedWrite): void {
    if (json === undefined) this.#delete.run(kind, scope.accountId, scope.region, id);
    else this.#put.run(kind, scope.accountId, scope.region, id, version, json);
  }
}

/** What a raw statement over `COLUMNS` gives. */
function toRow(row: unknown): DocumentRow {
  const [accountId, region, id, version, json] = row as Columns;
  return { scope: { accountId, region }, id, version, json };
}
