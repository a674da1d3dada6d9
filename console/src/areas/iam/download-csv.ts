import { download } from '../../parts/download.ts';

/** Gives the user a file of comma-separated values (RFC 4180), as AWS's console does for what is shown only once. */
export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
  download(new TextEncoder().encode(csv(rows)), name);
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
