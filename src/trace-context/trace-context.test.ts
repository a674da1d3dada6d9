import { describe, expect, it } from 'vitest';
import { createSampler, parseTraceHeader, spanTraceId, traceHeaderText } from './index.ts';

const ROOT = '1-5759e988-bd862e3fe1be46a994272793';

describe('X-Amzn-Trace-Id (telemetry E.4; X-Ray developer guide, "Tracing header")', () => {
  it('is read and written again, with fields that mean nothing here', () => {
    const text = `Root=${ROOT};Parent=53995c3f42cd8ad8;Sampled=1;Own=x;Self=y`;
    const header = parseTraceHeader(text);
    expect(header).toEqual({ root: ROOT, parent: '53995c3f42cd8ad8', isSampled: true, others: ['Own=x', 'Self=y'] });
    expect(header && traceHeaderText(header)).toBe(text);
    expect(header && spanTraceId(header)).toBe('5759e988bd862e3fe1be46a994272793');
  });

  it.each([
    ['nonsense', undefined],
    ['Root=1-5759e988', undefined],
    [` root=${ROOT} ; sampled=? ;;parent=no`, { root: ROOT, others: [] }],
    [`Root=1-${'0'.repeat(8)}-${'0'.repeat(24)};Sampled=1`, undefined],
    [`Root=${ROOT};Parent=${'0'.repeat(16)}`, { root: ROOT, others: [] }],
    [`Sampled=0;Root=${ROOT};Sampled=1`, { root: ROOT, isSampled: false, others: [] }],
  ])('is read from %s', (text, expected) => {
    expect(parseTraceHeader(text)).toEqual(expected);
  });
});

it('the first request each second is sampled, and five in a hundred of the others (telemetry E.4)', () => {
  const drawn = [0.5, 0.05, 0.049, 0.9];
  const isSampled = createSampler(() => drawn.shift() ?? 0);
  expect([1_000, 1_001, 1_500, 1_999, 2_000, 2_001].map(isSampled)).toEqual([true, false, false, true, true, false]);
});
