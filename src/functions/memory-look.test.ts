import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { MemoryLook } from './memory-look.ts';

let nowMs = 0;
const now = () => nowMs;
const later = () => {
  nowMs += LIMITS.memoryLookMs;
};

it('tells what the kernel calls the high water mark (proc(5)), and looks again after a while', async () => {
  const child = spawn('sh', ['-c', 'echo; read wait'], { stdio: ['pipe', 'pipe', 'ignore'] });
  // It runs by now; right after its start it has hardly any memory.
  await once(child.stdout, 'data');
  const look = new MemoryLook(() => child.pid, now);
  const before = highWaterMark(child.pid);
  const told = look.peakBytes();
  expect(told).toBeGreaterThanOrEqual(before);
  expect(told).toBeLessThanOrEqual(highWaterMark(child.pid));
  child.kill();
  await once(child, 'exit');
  expect(look.peakBytes()).toBe(told);
  later();
  expect(look.peakBytes()).toBeUndefined();
  look.close();
});

it('waits for the process, and keeps no file when it is closed', () => {
  let pid: number | undefined;
  const look = new MemoryLook(() => pid, now);
  expect(look.peakBytes()).toBeUndefined();
  pid = process.pid;
  later();
  expect(look.peakBytes()).toBeGreaterThan(1_000_000);
  expect(openFiles()).toContain(`/proc/${process.pid}/status`);
  look.close();
  look.close();
  later();
  expect(look.peakBytes()).toBeUndefined();
  expect(openFiles()).not.toContain(`/proc/${process.pid}/status`);
});

function highWaterMark(pid: number | undefined): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((file) => {
    try {
      return [readlinkSync(`/proc/self/fd/${file}`)];
    } catch {
      return [];
    }
  });
}
