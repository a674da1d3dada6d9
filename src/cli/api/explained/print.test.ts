import { expect, it } from 'vitest';
import { printExplained } from './index.ts';

it('a request is shown in lines, without what a terminal would obey', () => {
  const text = printExplained({
    requestId: 'r1',
    extendedRequestId: 'x=',
    apiId: 'abc123',
    stage: 'dev',
    requestTimeEpoch: Date.UTC(2026, 10, 28, 1, 2, 3, 4),
    sourceIp: '127.0.0.1',
    httpMethod: 'GET',
    path: '/dev/a',
    status: 403,
    latencyMs: 1.5,
    responseType: 'FORBIDDEN',
    isCanaryRequest: true,
    steps: [
      {
        atMs: 0.5,
        phase: 'request',
        verdict: 'GET /a',
        facts: {
          headers: ['A: \u001b[31mred', 'B: c'],
          body: { bytes: 3 },
          input: { bytes: 3, text: 'x\ny' },
          none: { bytes: 0 },
        },
      },
    ],
  });
  const pad = ' '.repeat(47);
  expect(text.split('\n')).toEqual([
    'GET /dev/a: 403 FORBIDDEN in 1.5 ms',
    'Request r1 to stage dev (canary) of abc123, 2026-11-28T01:02:03.004Z',
    '',
    `  0.50 ms  ${'request'.padEnd(34)}  GET /a`,
    `${pad}headers: A: ?[31mred`,
    `${pad}         B: c`,
    `${pad}body: 3 bytes`,
    `${pad}input: x`,
    `${pad}       y`,
    `${pad}none: empty`,
    '',
  ]);
});
