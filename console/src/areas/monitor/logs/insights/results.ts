import type { ChartLine } from '../../../../parts/metrics/index.ts';
import type { Answer } from './answers.ts';

/** A row by its fields. */
export type Row = Readonly<Record<string, string>>;

/** Rows, each with the pointer to its event left out. */
export function rowsOf({ results = [] }: Answer): readonly Row[] {
  return results.map((fields) =>
    Object.fromEntries(
      fields.filter(({ field }) => field !== '@ptr').map(({ field = '', value = '' }) => [field, value]),
    ),
  );
}

/** All fields, in the order in which they first come. */
export function fieldsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

/** The figures over time of a query that groups by `bin()`; none for others. */
export function linesOf(rows: readonly Row[]): readonly ChartLine[] {
  const fields = fieldsOf(rows);
  const bin =
    fields.find((field) => /^bin\(/i.test(field)) ?? fields.find((field) => rows.every((row) => isTime(row[field])));
  if (bin === undefined || bin.startsWith('@')) return [];
  return fields
    .filter(
      (field) => field !== bin && rows.every((row) => row[field] !== undefined && Number.isFinite(Number(row[field]))),
    )
    .map((field) => ({
      title: field,
      points: rows
        .map((row) => ({ atMs: timeOf(row[bin]), value: Number(row[field]) }))
        .sort((a, b) => a.atMs - b.atMs),
    }));
}

function isTime(text: string | undefined): boolean {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/.test(text ?? '');
}

/** Times in results are in UTC and do not say so. */
function timeOf(text = ''): number {
  return Date.parse(`${text.replace(' ', 'T')}Z`);
}
