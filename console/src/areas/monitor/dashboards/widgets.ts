import type { MetricQuery } from '../../../parts/metrics/index.ts';

/** What is shown of a widget of a dashboard's body (user guide, "Dashboard body structure and syntax"). */
export type Widget = { readonly id: string; readonly width: number; readonly title: string } & (
  | { readonly kind: 'metric'; readonly lines: readonly Line[]; readonly leftOut: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'other'; readonly type: string }
);

export interface Line {
  readonly label: string;
  readonly query: MetricQuery;
}

type Json = Readonly<Record<string, unknown>>;

/** Of the grid that widgets stand on. */
const COLUMNS = 24;

/** @throws {SyntaxError} for what is no JSON */
export function widgetsOf(body: string): readonly Widget[] {
  const { widgets } = record(JSON.parse(body));
  return (Array.isArray(widgets) ? widgets : []).map((widget, at) => widgetOf(record(widget), String(at)));
}

function widgetOf({ type, width, properties }: Json, id: string): Widget {
  const { title, markdown, metrics, stat, period } = record(properties);
  const frame = { id, width: Math.min(COLUMNS, Math.max(1, Number(width) || 6)), title: String(title ?? '') };
  if (type === 'text') return { ...frame, kind: 'text', text: String(markdown ?? '') };
  if (type !== 'metric') return { ...frame, kind: 'other', type: String(type) };
  const rows = expand(Array.isArray(metrics) ? metrics : []);
  const lines = rows.flatMap((row, at) => lineOf(row, at, String(stat ?? 'Average'), Number(period) || 300));
  return { ...frame, kind: 'metric', lines, leftOut: rows.length - lines.length };
}

interface Row {
  readonly fields: readonly string[];
  readonly options: Json;
}

/** Rows with what they took over from the row before: `.` one field, `...` all fields up to those that follow. */
function expand(metrics: readonly unknown[]): readonly Row[] {
  const rows: Row[] = [];
  for (const metric of metrics) {
    const before = rows.at(-1)?.fields ?? [];
    const all: readonly unknown[] = Array.isArray(metric) ? metric : [];
    const written = all.filter((field) => typeof field === 'string');
    const fields =
      written[0] === '...'
        ? [...before.slice(0, Math.max(0, before.length - written.length + 1)), ...written.slice(1)]
        : written;
    rows.push({
      fields: fields.map((field, at) => (field === '.' ? (before[at] ?? '') : field)),
      options: record(all.find((field) => typeof field === 'object')),
    });
  }
  return rows;
}

/** Nothing for expressions, which are not drawn, and for what is hidden. */
function lineOf({ fields, options }: Row, at: number, stat: string, period: number): readonly Line[] {
  const [namespace, metricName, ...pairs] = fields;
  if (namespace === undefined || metricName === undefined || options.visible === false) return [];
  const dimensions = Object.fromEntries(
    pairs.flatMap((name, index) => (index % 2 === 0 ? [[name, pairs[index + 1] ?? '']] : [])),
  );
  const query = {
    id: `m${at}`,
    namespace,
    metricName,
    dimensions,
    stat: String(options.stat ?? stat),
    step: Number(options.period) || period,
  };
  const label = options.label ?? [...Object.values(dimensions), metricName].join(' ');
  return [{ label: String(label), query }];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
