import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Harness, startHarness } from '../testing/harness.ts';

// Runtimes of ours that misbehave on their channel; what follows from it is what follows from any exit of a runtime.
let harness: Harness;
beforeEach(async () => {
  harness = await startHarness();
});
afterEach(() => harness.close());

const KILLED = { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('signal: killed') };

test('a function that closes the channel fails, and the next call succeeds', async () => {
  const version = await harness.deploy(
    {
      'app.py': `
import os, time
def handler(event, context):
    if event.get("bad"):
        os.closerange(3, 64)
        time.sleep(60)
    return "fine"
`,
    },
    { runtime: 'python3.12', handler: 'app.handler' },
  );
  expect(await harness.invoke(version, { bad: true })).toMatchObject({ functionError: 'Unhandled', json: KILLED });
  expect((await harness.invoke(version)).json).toBe('fine');
});

test.each([
  ['answers twice', 'Buffer.from([0, 0, 0, 1, 2, 49, 0, 0, 0, 1, 2, 50])'],
  ['asks before it has answered', 'Buffer.from([0, 0, 0, 0, 1])'],
  ['says what nobody knows', 'Buffer.from([0, 0, 0, 0, 99])'],
])('a function that %s on it is ended, and the next call succeeds', async (_, bytes) => {
  const version = await harness.deploy({
    'index.js': `exports.handler = async (event) => {
      if (event.bad) { require('fs').writeSync(3, ${bytes}); await new Promise((r) => setTimeout(r, 60_000)); }
      return { fine: process.pid };
    }`,
  });
  const { json: first } = await harness.invoke(version);
  // Of two answers the first one counts.
  const bad = await harness.invoke(version, { bad: true });
  if (bad.functionError === undefined) expect(bad.json).toBe(1);
  else expect(bad.json).toMatchObject(KILLED);
  const { json: next } = await harness.invoke(version);
  expect(next.fine).toBeGreaterThan(0);
  expect(next.fine).not.toBe(first.fine);
});

test('a content type that cannot stand in a header is none', async () => {
  const bytes = (kind: number, text: string) => [0, 0, 0, text.length, kind, ...Buffer.from(text)];
  const answer = [...bytes(6, 'text/plain\r\nX-Evil: 1'), ...bytes(7, 'piece'), ...bytes(8, '')];
  const version = await harness.deploy({
    'index.js': `exports.handler = async () => {
      require('fs').writeSync(3, Buffer.from(${JSON.stringify(answer)}));
      await new Promise((r) => setTimeout(r, 60_000));
    }`,
  });
  const request = { functionArn: version.arn, payload: Buffer.from('{}') };
  const result = await harness.runtime.invokeStreaming(version, request);
  expect(result).toMatchObject({ kind: 'streaming', contentType: 'application/octet-stream' });
});

test.each(['', '--pending-deprecation'])(
  'a function whose platform has gone leaves, with NODE_OPTIONS=%s',
  async (options) => {
    const { codeDirectory } = await harness.deploy({
      'index.js': 'setInterval(() => {}, 1_000); exports.handler = async () => 1;',
    });
    const bootstrap = fileURLToPath(new URL('../bootstraps/nodejs/bootstrap.cjs', import.meta.url));
    const env = {
      SALLYPORT_CHANNEL: '3',
      LAMBDA_TASK_ROOT: codeDirectory,
      _HANDLER: 'index.handler',
      NODE_OPTIONS: options,
    };
    const child = spawn(process.execPath, [bootstrap], { env, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const exited = once(child, 'exit');
    const channel = child.stdio[3];
    // It has loaded its function, and asks for work.
    if (channel) await once(channel, 'data');
    channel?.destroy();
    expect(await exited).toEqual([1, null]);
  },
);
