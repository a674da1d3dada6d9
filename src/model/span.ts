/** One part of what became of a sampled request (OpenTelemetry, "Traces"; telemetry E.4). */
export interface Span {
  /** 32 hexadecimal digits: those of an X-Ray root without its dashes and version. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: 'server' | 'client' | 'internal';
  /** Milliseconds since the epoch, with fractions. */
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  /** What went wrong; absent where nothing did. */
  readonly error?: string;
}

/** Takes spans that are over; never throws, and keeps a bounded number of them. */
export interface SpanSink {
  add(spans: readonly Span[]): void;
}
