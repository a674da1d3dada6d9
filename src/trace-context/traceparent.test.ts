import { describe, expect, it } from 'vitest';
import { parseTraceparent, spanTraceId, traceHeaderOf, traceHeaderText, traceparentText } from './index.ts';

// W3C Trace Context, section 3.2, with its examples.
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

describe('traceparent', () => {
  it('is read and written again', () => {
    const sampled = parseTraceparent(`00-${TRACE}-${PARENT}-01`);
    expect(sampled).toEqual({ traceId: TRACE, parentId: PARENT, isSampled: true });
    expect(sampled && traceparentText(sampled)).toBe(`00-${TRACE}-${PARENT}-01`);
    expect(parseTraceparent(`00-${TRACE}-${PARENT}-00`)?.isSampled).toBe(false);
    // Other flags are not known yet, and those of later versions may have more behind them.
    expect(parseTraceparent(`00-${TRACE}-${PARENT}-03`)?.isSampled).toBe(true);
    expect(parseTraceparent(`cc-${TRACE}-${PARENT}-01-what-the-future-will-be-like`)?.traceId).toBe(TRACE);
  });

  it.each([
    '',
    `00-${TRACE}-${PARENT}`,
    `00-${TRACE}-${PARENT}-01-more`,
    `ff-${TRACE}-${PARENT}-01`,
    `cc-${TRACE}-${PARENT}-01.more`,
    `00-${TRACE.toUpperCase()}-${PARENT}-01`,
    `00-${'0'.repeat(32)}-${PARENT}-01`,
    `00-${TRACE}-${'0'.repeat(16)}-01`,
    `00-${TRACE}-${PARENT}-1`,
  ])('is none: %s', (text) => {
    expect(parseTraceparent(text)).toBeUndefined();
  });

  it('is a root of X-Ray, and back', () => {
    const header = traceHeaderOf({ traceId: TRACE, parentId: PARENT, isSampled: true });
    expect(traceHeaderText(header)).toBe('Root=1-4bf92f35-77b34da6a3ce929d0e0e4736;Parent=00f067aa0ba902b7;Sampled=1');
    expect(spanTraceId(header)).toBe(TRACE);
  });
});
