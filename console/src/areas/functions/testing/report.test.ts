import { expect, it } from 'vitest';
import { reportOf } from './report.ts';

// Lambda guide, "Sending function logs to CloudWatch Logs".
it('reads the figures of a report', () => {
  const log =
    'START RequestId: 8f507cfc Version: $LATEST\nREPORT RequestId: fake Duration: 1 ms\nEND RequestId: 8f507cfc\n' +
    'REPORT RequestId: 8f507cfc\tDuration: 19.40 ms\tBilled Duration: 184 ms\tMemory Size: 128 MB\tMax Memory Used: 56 MB\tInit Duration: 164.44 ms\t\n';
  expect(reportOf(log)).toEqual({
    requestId: '8f507cfc',
    durationMs: 19.4,
    billedMs: 184,
    initMs: 164.44,
    memoryMb: 128,
    usedMb: 56,
  });
});

it('knows nothing of a log without one', () => {
  expect(reportOf('hello').durationMs).toBeUndefined();
});
