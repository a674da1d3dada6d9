import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from './testing/harness.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** Writes a little more than is read in a window, a last line, and ends in some way. Python waits until what it writes has been taken. */
const printing = (end: string) => `import os
def handler(event, context):
    for _ in range(19):
        os.write(1, (b'x' * 1023 + b'\\n') * 64)
    os.write(1, b'the last\\n')
    ${end}`;

test.each([
  ['answers', 'return 1'],
  ['exits', 'os._exit(1)'],
  ['is killed', 'os.kill(os.getpid(), 9)'],
])('what a function wrote too fast before it %s comes before END', async (_how, end) => {
  const settings = { runtime: 'python3.12', handler: 'app.handler', timeoutMs: 15_000 };
  const version = await harness.deploy({ 'app.py': printing(end) }, settings);
  harness.lines.length = 0;
  await harness.invoke(version);
  const lines = harness.lines.map((line) => line.slice(37));
  expect(lines.filter((line) => line.startsWith('xxx'))).toHaveLength(19 * 64);
  const after = lines.slice(lines.indexOf('the last') + 1).map((line) => line.split(' ')[0]);
  expect(after.filter((word) => word !== 'RequestId:')).toEqual(['END', 'REPORT']);
});
