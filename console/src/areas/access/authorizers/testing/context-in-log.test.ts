import { expect, test } from 'vitest';
import { contextInLog } from './context-in-log.ts';

const line = (text: string) => `Execution log for request x\nSat Jan 31 12:00:00 UTC 2026 : ${text}\nSat : more\n`;

test('finds the context in the function’s answer', () => {
  const answer = '{"principalId":"ada","policyDocument":{},"context":{"tenant":"a","n":1}}';
  expect(contextInLog(line(`Authorizer result body before parsing: ${answer}`))).toEqual({ tenant: 'a', n: 1 });
  expect(contextInLog(line('Authorizer result body before parsing: {"principalId":"ada"}'))).toEqual({});
});

test('finds none where the answer is cut or was not given', () => {
  expect(contextInLog(line('Authorizer result body before parsing: {"context":{} [TRUNCATED]'))).toBeUndefined();
  expect(contextInLog(line('Authorizer result body before parsing: {"context":}'))).toBeUndefined();
  expect(contextInLog(line('Unauthorized request'))).toBeUndefined();
});
