/** What a receiver has got, plain: attributes are values by name, counts are numbers. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: Attributes;
  readonly status: { readonly code?: number };
}

export interface ReceivedPoint {
  readonly metric: string;
  readonly unit: string;
  /** 1 for counts since the last time, 2 for counts since the start; undefined for a gauge. */
  readonly temporality: number | undefined;
  readonly attributes: Attributes;
  readonly startTimeUnixNano: string;
  readonly timeUnixNano: string;
  /** Of a sum or a gauge. */
  readonly value?: number;
  /** Of a histogram. */
  readonly count?: number;
  readonly sum?: number;
  readonly bounds?: readonly number[];
  readonly buckets?: readonly number[];
  readonly scale?: number;
  readonly offset?: number;
}

export interface ReceivedLog {
  readonly timeUnixNano: string;
  readonly severity: number;
  readonly body: unknown;
  readonly attributes: Attributes;
  readonly traceId: string;
  readonly spanId: string;
}

export type Attributes = Readonly<Record<string, unknown>>;

interface KeyValue {
  readonly key: string;
  readonly value?: Readonly<Record<string, unknown>>;
}

type Data = Readonly<Record<string, unknown>>;

export function resourceIn(message: unknown): Attributes {
  const [first] = Object.values(message as Readonly<Record<string, readonly Data[]>>)[0] ?? [];
  return attributesOf((first?.resource as Data | undefined)?.attributes);
}

export function spansIn(message: unknown): readonly ReceivedSpan[] {
  return under(message, 'resourceSpans', 'scopeSpans', 'spans').map((span) => ({
    ...(span as unknown as ReceivedSpan),
    parentSpanId: String(span.parentSpanId ?? ''),
    attributes: attributesOf(span.attributes),
  }));
}

export function pointsIn(message: unknown): readonly ReceivedPoint[] {
  return under(message, 'resourceMetrics', 'scopeMetrics', 'metrics').flatMap((metric) => {
    const { name, unit, gauge, sum, histogram, exponentialHistogram } = metric;
    const data = (gauge ?? sum ?? histogram ?? exponentialHistogram) as Data;
    const temporality = data.aggregationTemporality as number | undefined;
    return (data.dataPoints as readonly Data[]).map((point) => ({
      metric: String(name),
      unit: String(unit ?? ''),
      temporality,
      attributes: attributesOf(point.attributes),
      startTimeUnixNano: String(point.startTimeUnixNano),
      timeUnixNano: String(point.timeUnixNano),
      ...(gauge || sum ? { value: Number(point.asDouble ?? point.asInt) } : histogramOf(point)),
    }));
  });
}

function histogramOf({ count, sum, bucketCounts, explicitBounds, scale, positive }: Data) {
  const dense = positive as { readonly offset?: number; readonly bucketCounts?: readonly unknown[] } | undefined;
  return {
    count: Number(count),
    sum: Number(sum),
    buckets: ((dense?.bucketCounts ?? bucketCounts ?? []) as readonly unknown[]).map(Number),
    ...(explicitBounds !== undefined && { bounds: explicitBounds as readonly number[] }),
    ...(dense && { scale: Number(scale ?? 0), offset: Number(dense.offset ?? 0) }),
  };
}

export function logsIn(message: unknown): readonly ReceivedLog[] {
  return under(message, 'resourceLogs', 'scopeLogs', 'logRecords').map((record) => ({
    timeUnixNano: String(record.timeUnixNano),
    severity: Number(record.severityNumber ?? 0),
    body: valueIn(record.body as KeyValue['value']),
    attributes: attributesOf(record.attributes),
    traceId: String(record.traceId ?? ''),
    spanId: String(record.spanId ?? ''),
  }));
}

/** What lies three lists down. */
function under(message: unknown, ...path: readonly string[]): readonly Data[] {
  return path.reduce<readonly Data[]>(
    (found, name) => found.flatMap((one) => (one[name] ?? []) as readonly Data[]),
    [message as Data],
  );
}

function attributesOf(list: unknown): Attributes {
  return Object.fromEntries(((list ?? []) as readonly KeyValue[]).map(({ key, value }) => [key, valueIn(value)]));
}

function valueIn(value: KeyValue['value']): unknown {
  const { stringValue, boolValue, intValue, doubleValue, arrayValue } = value ?? {};
  if (arrayValue !== undefined) return ((arrayValue as Data).values as readonly KeyValue['value'][]).map(valueIn);
  const number = intValue ?? doubleValue;
  return stringValue ?? boolValue ?? (number === undefined ? undefined : Number(number));
}
