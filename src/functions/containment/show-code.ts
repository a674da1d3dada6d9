import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the launcher of a template finds the line to us as (`start.sh`). */
const CODE_FD = 6;

/** Tells it the name of the folder of a function's code, and resolves to whether that is shown now, and nobody waits inside any more. */
export async function showCode({ stdio }: ChildProcess, name: string): Promise<boolean> {
  const line: unknown = (stdio as readonly unknown[])[CODE_FD];
  if (!(line instanceof Socket)) return false;
  line.write(`${name}\n`);
  try {
    return (await text(line)) === 'made\n';
  } catch {
    // It has ended: whoever started it hears of that.
    return false;
  } finally {
    line.destroy();
  }
}
