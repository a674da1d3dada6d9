import type { Exemplar, Family, HistogramFamily } from './family.ts';
import { escaped } from './labels.ts';
import type { ExpositionFormat } from './negotiate.ts';

/** What OpenMetrics alone writes differently. */
interface Dialect {
  /** A family's name and type, as its head has them. */
  named(family: Family): { readonly name: string; readonly type: string };
  readonly hasUnits: boolean;
  help(text: string): string;
  number(value: number): string;
  exemplar(exemplar: Exemplar): string;
  readonly end: string;
}

const SUFFIX: Readonly<Record<Family['type'], string>> = { counter: '_total', info: '_info', gauge: '', histogram: '' };

const DIALECTS: Readonly<Record<ExpositionFormat, Dialect>> = {
  text: {
    named: ({ name, type }) => ({ name: name + SUFFIX[type], type: type === 'info' ? 'gauge' : type }),
    hasUnits: false,
    help: (text) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n'),
    number: numberText,
    exemplar: () => '',
    end: '',
  },
  openmetrics: {
    named: ({ name, type }) => ({ name, type }),
    hasUnits: true,
    help: escaped,
    // "Considerations: Canonical Numbers": a bound of 1 is `1.0`.
    number: (value) => (Number.isInteger(value) ? `${value}.0` : numberText(value)),
    exemplar: ({ traceId, value, timestampMs }) =>
      ` # {trace_id="${escaped(traceId)}"} ${value} ${(timestampMs / 1000).toFixed(3)}`,
    end: '# EOF\n',
  },
};

/** A whole page, in one of the formats. */
export function renderPage(families: Iterable<Family>, format: ExpositionFormat): string {
  const dialect = DIALECTS[format];
  let text = '';
  for (const family of families) {
    const { name, type } = dialect.named(family);
    text += `# HELP ${name} ${dialect.help(family.help)}\n# TYPE ${name} ${type}\n`;
    if (dialect.hasUnits && family.unit !== undefined) text += `# UNIT ${name} ${family.unit}\n`;
    if (family.type === 'histogram') text += histogramLines(family, dialect);
    else {
      for (const { labels, value } of family.samples)
        text += line(family.name + SUFFIX[family.type], labels?.text, value);
    }
  }
  return text + dialect.end;
}

/** Buckets are written as all values up to their bound. */
function histogramLines({ name, bounds, samples }: HistogramFamily, dialect: Dialect): string {
  let text = '';
  for (const { labels, buckets, sum, count, exemplars } of samples) {
    const before = labels === undefined || labels.text === '' ? '' : `${labels.text},`;
    let below = 0;
    for (let bucket = 0; bucket <= bounds.length; bucket++) {
      below += buckets[bucket] as number;
      const exemplar = exemplars?.[bucket];
      const bound = `${before}le="${dialect.number(bounds[bucket] ?? Number.POSITIVE_INFINITY)}"`;
      text += line(`${name}_bucket`, bound, below, exemplar && dialect.exemplar(exemplar));
    }
    text += line(`${name}_sum`, labels?.text, sum) + line(`${name}_count`, labels?.text, count);
  }
  return text;
}

function line(name: string, labels: string | undefined, value: number, exemplar = ''): string {
  const braces = labels === undefined || labels === '' ? '' : `{${labels}}`;
  return `${name}${braces} ${numberText(value)}${exemplar}\n`;
}

function numberText(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return '+Inf';
  return value === Number.NEGATIVE_INFINITY ? '-Inf' : String(value);
}
