import { expect, it } from 'vitest';
import { PacedWork } from './index.ts';

/** Takes the processor for so long. */
function work(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

// So long that whatever else the machine does is no piece of its own.
const PACE = { atOnceMs: 40, restMs: 30 };
const LONG = 45;

/** Adds pieces that take so long, and tells before which of them there was a rest. */
async function rests(paced: PacedWork, ...durationsMs: readonly number[]): Promise<readonly boolean[]> {
  let endedAtMs = performance.now();
  const found: boolean[] = [];
  const all = durationsMs.map((ms) =>
    paced.add(() => {
      // A timer may go off a millisecond early.
      found.push(performance.now() - endedAtMs > PACE.restMs - 1);
      work(ms);
      endedAtMs = performance.now();
    }),
  );
  await Promise.all(all);
  return found;
}

it('rests after so much work', async () => {
  expect(await rests(new PacedWork(PACE), 0, 0, 0, LONG, 0)).toEqual([false, false, false, false, true]);
});

it('does without rests while many wait', async () => {
  const paced = new PacedWork({ ...PACE, mostWaiting: 2 });
  expect(await rests(paced, LONG, LONG, LONG, LONG)).toEqual([false, false, true, true]);
});

it('does without rests as soon as it is urgent', async () => {
  let done = 0;
  const paced = new PacedWork(PACE, () => done > 1);
  const found: boolean[] = [];
  let endedAtMs = performance.now();
  for (let n = 0; n < 4; n++) {
    await paced.add(() => {
      found.push(performance.now() - endedAtMs > PACE.restMs - 1);
      work(LONG);
      done += 1;
      endedAtMs = performance.now();
    });
  }
  expect(found).toEqual([false, true, false, false]);
});

it('gives what a piece gives', async () => {
  expect(await new PacedWork().add(async () => 'made')).toBe('made');
});

it('counts what was done right before as the same work', async () => {
  const paced = new PacedWork(PACE);
  await rests(paced, LONG);
  const beganMs = performance.now();
  await rests(paced, 0);
  expect(performance.now() - beganMs).toBeGreaterThan(PACE.restMs / 2);
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
