import { describe, expect, it } from 'vitest';
import { mockStatusCode } from './status-code.ts';

describe('the statusCode of a MOCK template (fact D63)', () => {
  it.each([
    ['{"statusCode": 200}', 200],
    ['{statusCode: 200}', 200],
    ["{'statusCode': 418}", 418],
    ['{"statusCode": 200,}', 200],
    ['\n{\n  "statusCode" : 204,\n  "list": [1, "b", [], {x: null,},],\n}\n', 204],
    ['{"message": "say \\"hi\\" {statusCode: 1}", "statusCode": 201}', 201],
    // As json-smart reads it (decision 0009): what follows the value is passed over.
    ['{"statusCode": 200} x', 200],
  ])('is read leniently from %s', (text, expected) => {
    expect(mockStatusCode(text)).toBe(expected);
  });

  it.each([
    '',
    '{}',
    'statusCode: 200',
    '[200]',
    '{"statusCode": "200"}',
    '{"statusCode": 200.5}',
    '{"statusCode": 200',
    '{"statusCode" 200}',
    '{"a": 1 "statusCode": 200}',
    '{"statusCode": }',
    '{"inner": {"statusCode": 200}}',
    `${'['.repeat(50_000)}`,
  ])('is not there in %.40s', (text) => {
    expect(mockStatusCode(text)).toBeUndefined();
  });
});
