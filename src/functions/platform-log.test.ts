import { expect, test } from 'vitest';
import { endLine, reportLine, startLine, timeoutLine } from './platform-log.ts';

// The lines as recorded on AWS (localstack's test_lambda.snapshot.json, `test_invocation_with_logs`, November 2025).
test('START, END and REPORT of a cold invocation', () => {
  expect(startLine('id', '$LATEST')).toBe('START RequestId: id Version: $LATEST');
  expect(endLine('id')).toBe('END RequestId: id');
  const report = reportLine({
    requestId: 'id',
    durationMs: 3.014,
    initDurationMs: 110.1,
    memorySizeMb: 128,
    maxMemoryUsedBytes: 36 * 1024 * 1024,
  });
  expect(report).toBe(
    'REPORT RequestId: id\tDuration: 3.01 ms\tBilled Duration: 114 ms\tMemory Size: 128 MB\tMax Memory Used: 36 MB\tInit Duration: 110.10 ms\t',
  );
});

test('REPORT of a warm invocation that the platform ended', () => {
  const report = reportLine({ requestId: 'id', durationMs: 3000, memorySizeMb: 256, status: 'timeout' });
  expect(report).toBe(
    'REPORT RequestId: id\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 256 MB\tStatus: timeout\t',
  );
});

test('the timeout has a line of its own', () => {
  expect(timeoutLine('id', 1500, 0)).toBe('1970-01-01T00:00:00.000Z id Task timed out after 1.50 seconds');
});
