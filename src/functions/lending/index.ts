/**
 * Instances that gateway workers hand invocations to by themselves: the control process decides who gets one and keeps the processes,
 * a worker has an instance's channel and what it writes, until it gives them back. Decision 0024 says why.
 */
export { type BorrowedHost, BorrowedInstance } from './borrowed-instance.ts';
export { createLender } from './lender.ts';
export { createLoans } from './loans.ts';
