import type { MetricQuery } from '../../../parts/metrics/index.ts';

/** What is shown of a widget of a dashboard's body (user guide, "Dashboard body structure and syntax"). */
export type Widget = { readonly id: string; readonly width: number; readonly title: string } & (
  | { readonly kind: 'metric'; readonly lines: readonly Line[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'other'; readonly type: string }
);

/** A metric or an expression over those of its widget, which names them by their ids. */
export interface Line {
  readonly query: MetricQuery | Expression;
  /** As the body gives it; it may have `${MAX}` and its like in it, which the server fills in. */
  readonly label: string | undefined;
  /** False for what only an expression needs. */
  readonly isShown: boolean;
}

export interface Expression {
  readonly id: string;
  readonly expression: string;
  /** Seconds. */
  readonly step: number;
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
  return { ...frame, kind: 'metric', lines };
}

interface Row {
  readonly fields: readonly string[];
  readonly options: Json;
}

/** Rows with what they took over from the metric before: `.` one field, `...` all fields up to those that follow. */
function expand(metrics: readonly unknown[]): readonly Row[] {
  const rows: Row[] = [];
  for (const metric of metrics) {
    const before = rows.findLast(({ fields }) => fields.length > 0)?.fields ?? [];
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

/** Nothing for a row that names neither a metric nor an expression. */
function lineOf({ fields, options }: Row, at: number, stat: string, period: number): readonly Line[] {
  const [namespace, metricName, ...pairs] = fields;
  const id = typeof options.id === 'string' ? options.id : `unnamed${at}`;
  const step = Number(options.period) || period;
  const label = options.label === undefined ? undefined : String(options.label);
  const line = { label, isShown: options.visible !== false };
  if (typeof options.expression === 'string') {
    return [{ ...line, query: { id, expression: options.expression, step } }];
  }
  if (namespace === undefined || metricName === undefined) return [];
  const dimensions = Object.fromEntries(
    pairs.flatMap((name, index) => (index % 2 === 0 ? [[name, pairs[index + 1] ?? '']] : [])),
  );
  return [{ ...line, query: { id, namespace, metricName, dimensions, stat: String(options.stat ?? stat), step } }];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
