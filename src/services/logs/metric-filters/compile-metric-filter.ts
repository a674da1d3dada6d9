import type { Matched } from '../../../log-patterns/index.ts';
import type { MetricDatum, MetricDimension } from '../../../model/index.ts';
import { readPattern } from '../filters/index.ts';
import type { MetricFilter } from './document.ts';

/** What a match gives: a value of one metric. */
export type FilterValue = Pick<MetricDatum, 'namespace' | 'metricName' | 'dimensions' | 'unit'> & {
  readonly value: number;
};

export interface CompiledMetricFilter {
  /** This and the group tell it from others. */
  readonly filterName: string;
  /** What an event gives; undefined when it does not match, its value is no number, or a dimension is missing. */
  valueOf(message: string): FilterValue | undefined;
  /** What a minute gives in which events came and none matched. */
  readonly defaultValue: FilterValue | undefined;
}

/** Turns a filter into functions of messages; they never throw. */
export function compileMetricFilter({ filterName, filterPattern, transformation }: MetricFilter): CompiledMetricFilter {
  const pattern = readPattern(filterPattern);
  const { metricNamespace: namespace, metricName, metricValue, unit = 'None', defaultValue } = transformation;
  const common = { namespace, metricName, unit };
  const readValue = pattern.reader(metricValue);
  const fixed = Number(metricValue);
  const dimensions = Object.entries(transformation.dimensions ?? {}).map(([name, field]) => ({
    name,
    read: pattern.reader(field),
  }));

  const dimensionsOf = (matched: Matched): readonly MetricDimension[] | undefined => {
    const found: MetricDimension[] = [];
    for (const { name, read } of dimensions) {
      const value = read?.(matched);
      if (value === undefined || value === '') return undefined;
      found.push({ name, value });
    }
    return found;
  };

  return {
    filterName,
    valueOf(message) {
      const matched = pattern.match(message);
      if (matched === undefined) return undefined;
      const value = readValue === undefined ? fixed : numberOf(readValue(matched));
      const found = dimensionsOf(matched);
      return value === undefined || found === undefined ? undefined : { ...common, dimensions: found, value };
    },
    defaultValue: defaultValue === undefined ? undefined : { ...common, dimensions: [], value: defaultValue },
  };
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
