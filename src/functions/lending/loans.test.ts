import { expect, test, vi } from 'vitest';
import type { Borrower, FunctionVersion } from '../../model/index.ts';
import type { Instance } from '../instance.ts';
import { LIMITS } from '../limits.ts';
import { createLoans } from './loans.ts';

const LOG = { requestId: 'init', stdout: '', stderr: '' };
/** The part of an instance that lending knows. */
const instance = () =>
  ({
    version: {} as FunctionVersion,
    lend: async () => ({ lease: {}, streams: {} }),
    takeBack: vi.fn(),
    end: vi.fn(),
  }) as unknown as Instance;
const borrower = (recall: Borrower['recall']): Borrower => ({
  recall,
  answer: async () => true,
  ended: () => undefined,
});

test('whoever does not answer when his idle instances are called back is not waited for', async () => {
  vi.useFakeTimers();
  const loans = createLoans();
  await loans.lend(
    instance(),
    1,
    borrower(() => new Promise(() => undefined)),
    () => undefined,
  );
  const recalled = loans.recall(() => true, undefined);
  await vi.advanceTimersByTimeAsync(LIMITS.recallMs);
  expect(await recalled).toBe(true);
  vi.useRealTimers();
});

test('a lease that is over, or another’s, is nobody’s to end', async () => {
  const loans = createLoans();
  const [lent, onOver] = [instance(), vi.fn()];
  const [his, other] = [borrower(async () => undefined), borrower(async () => undefined)];
  await loans.lend(lent, 1, his, onOver);
  loans.end(other, 1);
  expect(lent.end).not.toHaveBeenCalled();
  loans.giveBack(his, 1, LOG);
  loans.end(his, 1);
  expect([
    vi.mocked(lent.takeBack).mock.calls.length,
    vi.mocked(lent.end).mock.calls.length,
    onOver.mock.calls.length,
  ]).toEqual([1, 0, 1]);
});
