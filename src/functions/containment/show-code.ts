import type { ChildProcess } from 'node:child_process';
import { Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** What the launcher of a template finds the line to us as (`start.sh`). */
const CODE_FD = 6;

/** The line to the launcher of a template. It breaks when that ends, of which its exit tells. */
export function codeLine({ stdio }: ChildProcess): Socket | undefined {
  const line: unknown = (stdio as readonly unknown[])[CODE_FD];
  if (!(line instanceof Socket)) return undefined;
  return line.on('error', () => line.destroy());
}

/** Tells it the name of the folder of a function's code, and resolves to whether that is shown now, and nobody waits inside any more. */
export async function showCode(line: Socket, name: string): Promise<boolean> {
  line.write(`${name}\n`);
  try {
    return (await text(line)) === 'made\n';
  } catch {
    return false;
  } finally {
    line.destroy();
  }
}
