import { EMBEDDED_METRIC_LIMITS as LIMITS } from './limits.ts';

/** Values of one metric that a log event has in it. */
export interface EmbeddedMetric {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
  /** Milliseconds since the epoch. */
  readonly timestampMs: number;
  /** As it stands in the event; `None` without one. */
  readonly unit: string;
  readonly storageResolution: 1 | 60;
  readonly values: readonly number[];
}

type Members = Readonly<Record<string, unknown>>;

/** Stands in every event that is in that format. */
export const EMBEDDED_METRICS_MARK = '"CloudWatchMetrics"';

const NONE: readonly EmbeddedMetric[] = [];

/**
 * The metrics of a log event in embedded metric format. An event that is not in that format has none; nor has what breaks the rules:
 * a document, one of its directives, or one of a directive's metrics.
 */
export function readEmbeddedMetrics(message: string): readonly EmbeddedMetric[] {
  // Most events are seen not to be in that format without being read.
  if (!/^\s*\{/.test(message) || !message.includes(EMBEDDED_METRICS_MARK)) return NONE;
  const root = parseObject(message);
  const metadata = root && membersOf(root._aws);
  if (root === undefined || metadata === undefined) return NONE;
  const { Timestamp: timestampMs, CloudWatchMetrics: directives } = metadata;
  if (typeof timestampMs !== 'number' || !Number.isSafeInteger(timestampMs) || timestampMs < 0) return NONE;
  if (!Array.isArray(directives)) return NONE;
  return directives.flatMap((directive) => readDirective(root, membersOf(directive), timestampMs));
}

function readDirective(root: Members, directive: Members | undefined, timestampMs: number): readonly EmbeddedMetric[] {
  const { Namespace: namespace, Dimensions: sets, Metrics: metrics } = directive ?? {};
  if (!isText(namespace, LIMITS.namespace) || !Array.isArray(sets) || !Array.isArray(metrics)) return NONE;
  if (metrics.length > LIMITS.metrics) return NONE;
  return sets.flatMap((set) => {
    const dimensions = readDimensions(root, set);
    if (dimensions === undefined) return NONE;
    return metrics.flatMap((metric) => {
      const read = readMetric(root, membersOf(metric));
      return read === undefined ? [] : [{ namespace, dimensions, timestampMs, ...read }];
    });
  });
}

/** "The target member MUST have a string value." */
function readDimensions(root: Members, set: unknown): EmbeddedMetric['dimensions'] | undefined {
  if (!Array.isArray(set) || set.length > LIMITS.dimensionKeys) return undefined;
  const dimensions: { readonly name: string; readonly value: string }[] = [];
  for (const name of new Set<unknown>(set)) {
    const value = isText(name, LIMITS.dimensionName) ? memberOf(root, name) : undefined;
    if (typeof name !== 'string' || !isText(value, LIMITS.dimensionValue)) return undefined;
    dimensions.push({ name, value });
  }
  return dimensions;
}

/** "A metric target MUST be a numeric value or an array of numeric values." */
function readMetric(
  root: Members,
  metric: Members | undefined,
): Pick<EmbeddedMetric, 'metricName' | 'unit' | 'storageResolution' | 'values'> | undefined {
  const { Name: metricName, Unit: unit, StorageResolution: resolution } = metric ?? {};
  if (!isText(metricName, LIMITS.metricName)) return undefined;
  const target = memberOf(root, metricName);
  const values: readonly unknown[] = Array.isArray(target) ? target : [target];
  if (values.length === 0 || values.length > LIMITS.values || !values.every(isNumber)) return undefined;
  return {
    metricName,
    unit: typeof unit === 'string' ? unit : 'None',
    storageResolution: resolution === 1 ? 1 : 60,
    values,
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= maxLength;
}

function memberOf(root: Members, name: string): unknown {
  return Object.hasOwn(root, name) ? root[name] : undefined;
}

function membersOf(value: unknown): Members | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : undefined;
}

function parseObject(text: string): Members | undefined {
  try {
    return membersOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}
