import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { served } from '../testing/served.ts';
import { openAccessLog } from './access-log.ts';

const scope = { accountId: '000000000000', region: 'us-east-1' };
it('tells of every request, in order, each with its own stage, up to the moment in which it is closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sallyport-log-'));
  const path = join(folder, 'access.log');
  const log = openAccessLog(path, () => undefined);
  const observers = ['dev', 'prod'].map((stage) => log.observe({ apiId: 'abc123', apiName: 'pets', scope, stage }));
  for (let n = 0; n < 50; n++) {
    observers[n % 2]?.(served({ status: 200 + n }));
    if (n % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  log.close();
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  expect(lines.map((line) => JSON.parse(line)).map(({ status, stage }) => [status, stage])).toEqual(
    Array.from({ length: 50 }, (_, n) => [200 + n, n % 2 === 0 ? 'dev' : 'prod']),
  );
  rmSync(folder, { recursive: true });
});
