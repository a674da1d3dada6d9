import { describe, expect, it } from 'vitest';
import type { Span } from '../../model/index.ts';
import { createSpanExporter } from './exporter.ts';
import { OTLP_LIMITS } from './limits.ts';
import { otlpTargetOf } from './target.ts';

const span = (name: string): Span => ({
  traceId: '5759e988bd862e3fe1be46a994272793',
  spanId: '53995c3f42cd8ad8',
  name,
  kind: 'server',
  startMs: 1,
  endMs: 2,
  attributes: {},
});
const spans = (count: number) => Array.from({ length: count }, (_, place) => span(String(place)));

describe('spans', () => {
  it('are sent in order, in messages of a bounded size', async () => {
    const sent: (readonly Span[])[] = [];
    const exporter = createSpanExporter(
      async () => async (batch) => {
        sent.push(batch);
        return true;
      },
      () => undefined,
      () => 0,
    );
    exporter.add(spans(OTLP_LIMITS.batch + 1));
    await exporter.close();
    expect(sent.map(({ length }) => length)).toEqual([OTLP_LIMITS.batch, 1]);
    expect(sent.flat().map(({ name }) => name)).toEqual(spans(OTLP_LIMITS.batch + 1).map(({ name }) => name));
    expect(exporter.dropped).toBe(0);
  });

  it.each([
    ['does not take them', async () => async () => false],
    [
      'cannot be spoken to',
      async () => {
        throw new Error('no such module');
      },
    ],
  ])('that an endpoint %s are counted, and told of once a minute', async (_, load) => {
    const warnings: string[] = [];
    let now = 0;
    const exporter = createSpanExporter(
      load,
      (message) => warnings.push(message),
      () => now,
    );
    for (const at of [0, 1, 60_001]) {
      now = at;
      exporter.add(spans(2));
      await exporter.close();
    }
    expect(exporter.dropped).toBe(6);
    expect(warnings).toHaveLength(2);
  });

  it('beyond what may wait are dropped', async () => {
    const exporter = createSpanExporter(
      async () => async () => true,
      () => undefined,
      () => 0,
    );
    exporter.add(spans(OTLP_LIMITS.queue + 3));
    expect(exporter.dropped).toBe(3);
    await exporter.close();
    exporter.add(spans(1));
    expect(exporter.dropped).toBe(3);
  });
});

describe('where spans go (OpenTelemetry, "OTLP Exporter Configuration")', () => {
  it.each([
    [undefined, {}, undefined],
    [undefined, { OTEL_EXPORTER_OTLP_ENDPOINT: ' ' }, undefined],
    [undefined, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c:4318' }, { endpoint: undefined, protocol: 'http/protobuf' }],
    [
      undefined,
      { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c/t', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
      { endpoint: undefined, protocol: 'http/json' },
    ],
    ['http://c:4318', {}, { endpoint: 'http://c:4318', protocol: 'http/protobuf' }],
    ['http://c:4318', { OTEL_TRACES_EXPORTER: 'none' }, undefined],
    ['http://c:4318', { OTEL_SDK_DISABLED: 'TRUE' }, undefined],
  ])('setting %s and variables %j', (endpoint, environment, expected) => {
    expect(otlpTargetOf(endpoint, environment)).toEqual(expected);
  });
});
