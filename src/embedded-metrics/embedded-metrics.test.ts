import { describe, expect, it } from 'vitest';
import { readEmbeddedMetrics } from './index.ts';

const TIMESTAMP = 1_574_109_732_004;

/** A document with one directive, as the example of the specification; members of each may be changed. */
function documentOf({ root = {}, directive = {}, metric = {}, metadata = {} } = {}) {
  return JSON.stringify({
    _aws: {
      Timestamp: TIMESTAMP,
      CloudWatchMetrics: [
        {
          Namespace: 'lambda-function-metrics',
          Dimensions: [['functionVersion']],
          Metrics: [{ Name: 'time', Unit: 'Milliseconds', StorageResolution: 60, ...metric }],
          ...directive,
        },
      ],
      ...metadata,
    },
    functionVersion: '$LATEST',
    time: 100,
    requestId: '989ffbf8-9ace-4817-a57c-e4dd734019ee',
    ...root,
  });
}

// CloudWatch user guide, CloudWatch_Embedded_Metric_Format_Specification.
describe('embedded metric format', () => {
  const example = {
    namespace: 'lambda-function-metrics',
    metricName: 'time',
    dimensions: [{ name: 'functionVersion', value: '$LATEST' }],
    timestampMs: TIMESTAMP,
    unit: 'Milliseconds',
    storageResolution: 60,
    values: [100],
  };

  it('reads the example of the specification', () => {
    expect(readEmbeddedMetrics(documentOf())).toEqual([example]);
    expect(readEmbeddedMetrics(` ${documentOf()}\n`)).toEqual([example]);
  });

  it('makes a metric of each dimension set, also of an empty one', () => {
    const read = readEmbeddedMetrics(documentOf({ directive: { Dimensions: [['functionVersion', 'requestId'], []] } }));
    expect(read.map(({ dimensions }) => dimensions.map(({ name }) => name))).toEqual([
      ['functionVersion', 'requestId'],
      [],
    ]);
  });

  it('has defaults, several values and a high resolution', () => {
    const metrics = [{ Name: 'time' }, { Name: 'sizes', StorageResolution: 1 }];
    const read = readEmbeddedMetrics(documentOf({ directive: { Metrics: metrics }, root: { sizes: [1, 2.5] } }));
    expect(read).toEqual([
      { ...example, unit: 'None' },
      { ...example, metricName: 'sizes', unit: 'None', storageResolution: 1, values: [1, 2.5] },
    ]);
  });

  it('leaves out what a directive cannot have, and keeps the rest of it', () => {
    const metrics = [{ Name: 'time' }, { Name: 'missing' }, { Name: 'requestId' }, { Name: 'many' }, {}];
    const document = documentOf({ directive: { Metrics: metrics }, root: { many: new Array(101).fill(1) } });
    expect(readEmbeddedMetrics(document).map(({ metricName }) => metricName)).toEqual(['time']);
  });

  it.each([
    ['text before it', `INFO ${documentOf()}`],
    ['text behind it', `${documentOf()} done`],
    ['no time', documentOf({ metadata: { Timestamp: undefined } })],
    ['a time that is text', documentOf({ metadata: { Timestamp: String(TIMESTAMP) } })],
    ['no namespace', documentOf({ directive: { Namespace: '' } })],
    ['no dimensions', documentOf({ directive: { Dimensions: undefined } })],
    ['a dimension without its member', documentOf({ directive: { Dimensions: [['nothing']] } })],
    ['a dimension that is no text', documentOf({ directive: { Dimensions: [['time']] } })],
    ['a nested target', documentOf({ root: { time: undefined, A: { time: 1 } } })],
    ['more than 100 metrics', documentOf({ directive: { Metrics: new Array(101).fill({ Name: 'time' }) } })],
    ['more than 30 dimensions', documentOf({ directive: { Dimensions: [new Array(31).fill('functionVersion')] } })],
    ['a directive that is none', documentOf({ metadata: { CloudWatchMetrics: [null, 1, []] } })],
    ['no object', '["CloudWatchMetrics"]'],
    ['a member of the prototype', documentOf({ directive: { Metrics: [{ Name: 'toString' }] } })],
  ])('has no metrics with %s', (_, message) => {
    expect(readEmbeddedMetrics(message)).toEqual([]);
  });
});
