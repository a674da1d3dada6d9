/**
 * How gateway workers come by instances of functions: a worker borrows them from the control process, hands invocations to them by
 * itself, and gives them back when it does not need them or they are needed elsewhere. Decision 0024.
 */
export { type Borrowing, createBorrowing } from './borrowing.ts';
export type { BorrowingCalls, LendingCalls } from './calls.ts';
export { createLendingDesk, type LendingDesk } from './lending-desk.ts';
