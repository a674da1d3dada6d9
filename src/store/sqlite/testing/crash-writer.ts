/**
 * Writes to a store without end, several transactions at a time, until it is killed. Transaction N writes `left/N` and
 * `right/N` and moves `mark/WRITER` to N; when it has been acknowledged, N is printed on a line of its own.
 */
import { writeSync } from 'node:fs';
import { defineKind } from '../../index.ts';
import { openSqliteStore } from '../index.ts';

const WRITERS = 8;
const notes = defineKind<{ readonly n: number; readonly filler: string }>('Note');
const scope = { accountId: '000000000000', region: 'us-east-1' };
const [, , path = '', firstNumber = '0'] = process.argv;
const store = await openSqliteStore({ path });
let next = Number(firstNumber);

await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));

async function write(writer: number): Promise<never> {
  for (;;) {
    const n = next++;
    const value = { n, filler: 'x'.repeat((n * 37) % 5_000) };
    await store.transact(async (tx) => {
      await tx.put(notes, scope, `left/${n}`, value, 0);
      await tx.put(notes, scope, `mark/${writer}`, value);
      await tx.put(notes, scope, `right/${n}`, value, 0);
    });
    writeSync(1, `${n}\n`);
  }
}
