import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type Change, defineKind } from '../store.ts';
import { openSqliteStore } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'sallyport-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

const notes = defineKind<{ readonly n: number }>('Note');
const scope = { accountId: '000000000000', region: 'us-east-1' };
const runner = fileURLToPath(new URL('../../../tools/run-ts.mjs', import.meta.url));
const writer = fileURLToPath(new URL('./testing/crash-writer.ts', import.meta.url));

/** Lets a real process write until so many transactions were acknowledged, kills it, and gives their numbers. */
async function writeAndKill(path: string, firstNumber: number, enough: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [runner, writer, path, String(firstNumber)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let output = '';
  let killing = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length <= enough || killing) return;
    killing = true;
    // Acknowledgements come right after a commit; a moment later the writer is anywhere in the next ones.
    setTimeout(() => child.kill('SIGKILL'), enough % 17);
  });
  await closed;
  expect(child.signalCode).toBe('SIGKILL');
  // The last piece is empty, or a number that was cut off.
  return output.split('\n').slice(0, -1).map(Number);
}

test('after SIGKILL every acknowledged transaction is there and none is there by half', async () => {
  const path = join(folder, 'store.db');
  const acknowledged: number[] = [];
  let nextNumber = 0;
  for (const enough of [1, 40, 80, 120, 160, 200]) {
    acknowledged.push(...(await writeAndKill(path, nextNumber, enough)));
    const store = await openSqliteStore({ path });
    const numbers = async (side: string) =>
      (await store.list(notes, scope, { prefix: `${side}/` })).map(({ value }) => value.n).sort((a, b) => a - b);
    const left = await numbers('left');
    expect(await numbers('right')).toEqual(left);
    expect(new Set(left)).toEqual(new Set([...left, ...acknowledged]));
    expect(await numbers('mark')).toEqual(expect.arrayContaining([Math.max(...left)]));

    const transactions: (readonly Change[])[] = [];
    await store.changes(0, (changes) => transactions.push(changes));
    expect(transactions.map((changes) => changes.length)).toEqual(left.map(() => 3));
    nextNumber = Math.max(...left) + 1;
    await store.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(601);
}, 60_000);
