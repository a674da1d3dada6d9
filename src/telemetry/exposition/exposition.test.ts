import { describe, expect, it } from 'vitest';
import { type Family, formatFor, labelsOf, renderPage } from './index.ts';

const families: readonly Family[] = [
  { name: 'jobs', type: 'counter', help: 'Jobs.', samples: [{ labels: labelsOf({ kind: 'a "b"\n\\' }), value: 3 }] },
  { name: 'build', type: 'info', help: 'Build.', samples: [{ labels: labelsOf({ version: '1' }), value: 1 }] },
  {
    name: 'wait_seconds',
    type: 'histogram',
    unit: 'seconds',
    help: 'A "wait"\nwith \\.',
    bounds: [1],
    samples: [
      {
        buckets: [1, 0],
        sum: 0.4,
        count: 1,
        exemplars: [{ traceId: '0af7651916cd43dd8448eb211c80319c', value: 0.4, timestampMs: 1_500 }],
      },
    ],
  },
];

describe('a page', () => {
  it('is in the text format (Prometheus documentation, "Exposition formats", 0.0.4)', () => {
    expect(renderPage(families, 'text')).toBe(
      [
        '# HELP jobs_total Jobs.',
        '# TYPE jobs_total counter',
        'jobs_total{kind="a \\"b\\"\\n\\\\"} 3',
        '# HELP build_info Build.',
        '# TYPE build_info gauge',
        'build_info{version="1"} 1',
        '# HELP wait_seconds A "wait"\\nwith \\\\.',
        '# TYPE wait_seconds histogram',
        'wait_seconds_bucket{le="1"} 1',
        'wait_seconds_bucket{le="+Inf"} 1',
        'wait_seconds_sum 0.4',
        'wait_seconds_count 1',
        '',
      ].join('\n'),
    );
  });

  it('is in OpenMetrics 1.0: families named without their suffix, units, exemplars, and its end', () => {
    expect(renderPage(families, 'openmetrics')).toBe(
      [
        '# HELP jobs Jobs.',
        '# TYPE jobs counter',
        'jobs_total{kind="a \\"b\\"\\n\\\\"} 3',
        '# HELP build Build.',
        '# TYPE build info',
        'build_info{version="1"} 1',
        '# HELP wait_seconds A \\"wait\\"\\nwith \\\\.',
        '# TYPE wait_seconds histogram',
        '# UNIT wait_seconds seconds',
        'wait_seconds_bucket{le="1.0"} 1 # {trace_id="0af7651916cd43dd8448eb211c80319c"} 0.4 1.500',
        'wait_seconds_bucket{le="+Inf"} 1',
        'wait_seconds_sum 0.4',
        'wait_seconds_count 1',
        '# EOF',
        '',
      ].join('\n'),
    );
  });
});

it.each([
  [undefined, 'text'],
  ['*/*', 'text'],
  ['text/plain', 'text'],
  ['application/openmetrics-text', 'openmetrics'],
  // What Prometheus 2.42 sends.
  [
    'application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1',
    'openmetrics',
  ],
  ['application/openmetrics-text;version=1.0.0;q=0.2, text/plain;q=0.5', 'text'],
  ['application/openmetrics-text;version=2.0.0', 'text'],
  ['application/openmetrics-text;q=0', 'text'],
  ['application/openmetrics-text;q=nonsense', 'text'],
])('of a reader that accepts %s the format is %s', (accept, format) => {
  expect(formatFor(accept)).toBe(format);
});
