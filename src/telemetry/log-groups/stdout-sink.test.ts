import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const runner = fileURLToPath(new URL('../../../tools/run-ts.mjs', import.meta.url));
const program = fileURLToPath(new URL('../testing/fill-stdout.ts', import.meta.url));

it('a reader that does not keep up costs events, of which the operator is told, and no line behind them', async () => {
  // A pipe of the shell's, which nobody reads before the fourth descriptor says so.
  const script = '"$0" "$1" "$2" | { read -r _ <&3; cat; }';
  const child = spawn('sh', ['-c', script, process.execPath, runner, program], {
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const [, stdout, stderr] = child.stdio;
  let errors = '';
  let output = '';
  stderr.on('data', (chunk) => {
    errors += chunk;
  });
  stdout.on('data', (chunk) => {
    output += chunk;
  });
  while (!errors.includes('written\n')) await once(stderr, 'data');
  (child.stdio[3] as Writable).end('go\n');
  await once(stdout, 'data');
  child.stdin.end('go\n');
  await once(child, 'close');

  expect(errors).toBe('Standard output takes no more log events; some are lost.\nwritten\n');
  const lines = output.split('\n').slice(0, -1);
  expect(lines.length).toBeGreaterThan(10);
  const messages = lines.toSpliced(-2, 1).map((line) => JSON.parse(line).message);
  expect(messages.at(-1)).toBe('last');
  expect(() => JSON.parse(lines.at(-2) ?? '')).toThrow(SyntaxError);
}, 20_000);
