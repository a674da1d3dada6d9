import type { SendHandle } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FRAME } from '../channel/frames.ts';
import { LIMITS } from '../limits.ts';
import { BorrowedInstance } from './borrowed-instance.ts';

let folder: string;
let runtime: Socket;
let instance: BorrowedInstance;
const host = { now: Date.now, uuid: () => 'id', onLine: vi.fn(), onAvailable: vi.fn(), onBroken: vi.fn() };

/** An instance whose runtime is this test. */
beforeEach(async () => {
  vi.clearAllMocks();
  folder = mkdtempSync(join(tmpdir(), 'sallyport-lending-'));
  const server = createServer({ pauseOnConnect: true }).listen(join(folder, 'channel'));
  await once(server, 'listening');
  runtime = connect(join(folder, 'channel'));
  const [socket] = await once(server, 'connection');
  server.close();
  const channel = (socket as { readonly _handle: SendHandle })._handle;
  const version = { arn: 'arn', functionName: 'f', accountId: '0', region: 'r', version: '$LATEST', revisionId: '1' };
  const lease = {
    id: 1,
    version: { ...version, memorySizeMb: 128, timeoutMs: 5_000 },
    logStream: 's',
    pid: undefined,
    startedAtMs: 0,
    firstTimeoutMs: 5_000,
    log: { requestId: 'init', stdout: '', stderr: '' },
  };
  instance = new BorrowedInstance(lease, { channel }, host);
  instance.start();
});
afterEach(() => {
  instance.giveBack();
  runtime.destroy();
  rmSync(folder, { recursive: true });
});

const frame = (kind: number, body: Buffer | string): Buffer => {
  const bytes = Buffer.from(body);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(bytes.length);
  head[4] = kind;
  return Buffer.concat([head, bytes]);
};
const REQUEST = { functionArn: 'arn', payload: Buffer.from('{}') };

test('answers keep their bytes while others are read, however they come', async () => {
  const answers = ['"first"', `"${'ü'.repeat(100_000)}"`, '"third"'];
  const results = [];
  for (const answer of answers) {
    await expect.poll(() => instance.available).toBe(true);
    const result = instance.invoke(REQUEST);
    await once(runtime, 'data');
    runtime.write(frame(FRAME.answer, answer));
    results.push(await result);
  }
  expect(results.map((result) => result.kind === 'invoked' && Buffer.from(result.payload).toString())).toEqual(answers);
});

test('a runtime that streams faster than it is read has to wait', async () => {
  const streaming = instance.invokeStreaming(REQUEST);
  await once(runtime, 'data');
  runtime.write(frame(FRAME.streamBegin, 'text/plain'));
  const piece = frame(FRAME.piece, Buffer.alloc(65_536, 'x'));
  const wanted = 64;
  let isSent = false;
  for (let n = 0; n < wanted; n++) runtime.write(piece);
  runtime.write(frame(FRAME.streamEnd, ''), () => {
    isSent = true;
  });
  const answer = await streaming;
  if (answer.kind === 'refused') throw new Error(answer.message);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isSent).toBe(false);
  // What lies in the kernel is not ours to count.
  expect(runtime.bytesWritten - runtime.writableLength).toBeLessThan(LIMITS.unreadAnswerBytes + 1_500_000);
  let bytes = 0;
  for (let next = await answer.body.next(); next.done !== true; next = await answer.body.next())
    bytes += next.value.length;
  expect(bytes).toBe(wanted * 65_536);
  expect(isSent).toBe(true);
});

test('a runtime that begins a second answer while one is under way is of no use any more', async () => {
  void instance.invokeStreaming(REQUEST);
  await once(runtime, 'data');
  runtime.write(Buffer.concat([frame(FRAME.streamBegin, 'text/plain'), frame(FRAME.streamBegin, 'text/plain')]));
  await expect.poll(() => host.onBroken.mock.calls.length).toBe(1);
});

test('a runtime that leaves is ended', async () => {
  runtime.destroy();
  await expect.poll(() => host.onBroken.mock.calls.length).toBe(1);
});
