import { beforeEach, expect, it } from 'vitest';
import { PacedWork } from './index.ts';

const PACE = { atOnceMs: 40, restMs: 30 };

let nowMs: number;
let rests: number[];

/** A clock that only work and rests move, so that what a busy machine does in between is neither. */
const clock = {
  nowMs: () => nowMs,
  sleep: async (ms: number) => {
    nowMs += ms;
    rests.push(ms);
  },
};

beforeEach(() => {
  nowMs = 1_000;
  rests = [];
});

/** Adds a piece that takes so long. @returns how many rests there were before it */
function piece(paced: PacedWork, ms: number): Promise<number> {
  return paced.add(() => {
    nowMs += ms;
    return rests.length;
  });
}

function pieces(paced: PacedWork, ...durationsMs: readonly number[]): Promise<readonly number[]> {
  return Promise.all(durationsMs.map((ms) => piece(paced, ms)));
}

it('rests after so much work, and then works as much again', async () => {
  const paced = new PacedWork(PACE, undefined, clock);
  expect(await pieces(paced, 0, 39, 1, 39, 1, 0)).toEqual([0, 0, 0, 1, 1, 2]);
  expect(rests).toEqual([30, 30]);
});

it('does without rests while many wait', async () => {
  const paced = new PacedWork({ ...PACE, mostWaiting: 2 }, undefined, clock);
  expect(await pieces(paced, 45, 45, 45, 45)).toEqual([0, 0, 1, 2]);
});

it('does without rests as soon as it is urgent', async () => {
  let isUrgent = false;
  const paced = new PacedWork(PACE, () => isUrgent, clock);
  expect(await pieces(paced, 45, 45)).toEqual([0, 1]);
  isUrgent = true;
  expect(await pieces(paced, 45, 45)).toEqual([1, 1]);
});

it('gives what a piece gives', async () => {
  expect(await new PacedWork().add(async () => 'made')).toBe('made');
});

it('counts what was done right before as the same work, and a pause as a rest', async () => {
  const paced = new PacedWork(PACE, undefined, clock);
  await piece(paced, 45);
  nowMs += 10;
  await piece(paced, 45);
  expect(rests).toEqual([20]);
  nowMs += 30;
  await pieces(paced, 0, 0);
  expect(rests).toEqual([20]);
});

it('rests for as long as it says by the real clock', async () => {
  const paced = new PacedWork({ atOnceMs: 0, restMs: 30 });
  const endedAtMs = await paced.add(() => performance.now());
  const beganAtMs = await paced.add(() => performance.now());
  // A timer may go off a millisecond early.
  expect(beganAtMs - endedAtMs).toBeGreaterThan(28);
});

it('goes on after a piece that fails, and tells who added it alone', async () => {
  const paced = new PacedWork();
  const done: string[] = [];
  const failing = paced.add(async () => {
    throw new Error('The disk is full.');
  });
  const next = paced.add(() => void done.push('next'));
  await expect(failing).rejects.toThrow('The disk is full.');
  await next;
  await paced.done();
  expect(done).toEqual(['next']);
});
