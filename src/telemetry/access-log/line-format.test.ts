import { describe, expect, it } from 'vitest';
import { served } from '../testing/served.ts';
import { compileLineFormat } from './line-format.ts';
import { TimeText } from './time-text.ts';

const scope = { accountId: '000000000000', region: 'us-east-1' };
const line = compileLineFormat({ apiId: 'abc123', apiName: 'pets', scope, stage: 'dev' });

describe('a line', () => {
  it('has what AWS’s variables of the same names have, in one order (telemetry E.2)', () => {
    expect(line(served())).toBe(
      `{"requestId":"0b2f1d6c-5a51-4d7f-9a3c-6f6f0c8f7a11","extendedRequestId":"FiV9AHvHoAMFtsg=","time":"2026-11-22T13:25:50.007Z","ip":"127.0.0.1","method":"GET","path":"/dev/pets/7","resourcePath":"/pets/{id}","protocol":"HTTP/1.1","status":200,"responseLength":67,"latencyMs":3.250,"integrationLatencyMs":3.063,"userAgent":"curl/8.5.0","apiId":"abc123","stage":"dev"}\n`,
    );
  });

  it('says null for what a request does not have', () => {
    const nobody = compileLineFormat(undefined);
    const text = nobody(served({ resourcePath: undefined, integrationLatencyMs: undefined, userAgent: undefined }));
    expect(JSON.parse(text)).toMatchObject({
      ...{ resourcePath: null, integrationLatencyMs: null, userAgent: null },
      ...{ apiId: null, stage: null },
    });
  });

  it.each([
    'quote " backslash \\ tab \t',
    'line\r\n{"requestId":"forged"}',
    '\0\x1f',
    'bytes \x80\xff of no known meaning',
  ])('is one line of JSON whatever a client sends: %j', (text) => {
    const written = line(served({ userAgent: text, path: text, httpMethod: text }));
    expect(written.indexOf('\n')).toBe(written.length - 1);
    expect(JSON.parse(written)).toMatchObject({ userAgent: text, path: text, method: text });
  });
});

it.each([0, 0.0004, 0.9996, 1, 12.3456, 999.9999, 29_000.5])('%s ms are written to the microsecond', (latencyMs) => {
  const { latencyMs: written } = JSON.parse(line(served({ latencyMs })));
  expect(written).toBeCloseTo(latencyMs, 2);
  expect(line(served({ latencyMs }))).toMatch(/"latencyMs":\d+\.\d{3},/);
});

it('times are those of Date, also where the second changes', () => {
  const time = new TimeText();
  for (const epochMs of [0, 999, 1_000, 1_001, 951_782_399_999, 951_782_400_000, 999]) {
    expect(time.at(epochMs)).toBe(new Date(epochMs).toISOString());
  }
});
