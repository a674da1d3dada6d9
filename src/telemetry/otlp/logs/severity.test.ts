import { expect, it } from 'vitest';
import { severityOf } from './severity.ts';

// Lambda guide, "Log and monitor Node.js Lambda functions" and "Log and monitor Python Lambda functions": examples of lines.
it.each([
  ['2026-11-28T06:00:00.000Z\t79b4f56e-95b1-4643-9700-2807f4e68189\tERROR\tInvoke Error \t{}', 'ERROR', 17],
  ['2026-11-28T06:00:00.000Z\t79b4f56e-95b1-4643-9700-2807f4e68189\tWARN\tcareful', 'WARN', 13],
  ['[WARNING]\t2026-11-28T06:00:00.000Z\t79b4f56e-95b1-4643-9700-2807f4e68189\tcareful', 'WARN', 13],
  ['{"timestamp":"2026-11-28T06:00:00Z","level":"FATAL","message":"m"}', 'FATAL', 21],
  ['{"level": "debug", "message": "m"}', 'DEBUG', 5],
  ['START RequestId: 79b4f56e-95b1-4643-9700-2807f4e68189 Version: $LATEST', 'INFO', 9],
  ['an ERROR in words', 'INFO', 9],
])('of %s is %s', (message, text, number) => {
  expect(severityOf({ logGroup: '/aws/lambda/users', message })).toEqual({ text, number });
});

it('is known to whoever writes about a request', () => {
  expect(severityOf({ logGroup: 'access', message: '{"level":"ERROR"}' }).text).toBe('INFO');
  expect(severityOf({ logGroup: 'access', message: '502', isError: true }).text).toBe('ERROR');
});
