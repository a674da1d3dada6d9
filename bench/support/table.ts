import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package/index.ts';
import { type BarChart, barChart } from './bar-chart.ts';
import { stolenShare } from './stolen-time.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader must know to judge the figures. */
  readonly notes: readonly string[];
  /** What makes it anew, where that is not the benchmark of its name. */
  readonly command?: string;
}

/** Prints a table as Markdown and keeps it in `bench/results/NAME.md`, the last recorded figures, a chart beside it. */
export async function publish(name: string, table: Table, chart?: BarChart): Promise<void> {
  const text = [
    `# ${table.title}`,
    '',
    ...(chart === undefined ? [] : [`![${chart.title}](${name}.svg)`, '']),
    ...aligned([table.head, ...table.rows]),
    '',
    ...table.notes.map((note) => `- ${note}`),
    `- Node ${process.version}, ${cpus().length} cores, ${process.platform}, ${busy()}; \`${table.command ?? `npm run bench -- ${name}`}\``,
    '',
  ].join('\n');
  console.log(text);
  const folder = join(packageRoot, 'bench', 'results');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.md`), text);
  if (chart !== undefined) await writeFile(join(folder, `${name}.svg`), barChart(chart));
}

/** What the figures were measured beside: a run by itself makes a load of two or so. */
function busy(): string {
  const stolen = stolenShare();
  const taken =
    stolen === undefined ? '' : `, ${(100 * stolen).toFixed(1)} % of the processors’ time taken by the machine’s host`;
  return `load average over five minutes ${loadavg()[1]?.toFixed(1)}${taken}`;
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  return [head ?? '', `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body];
}
