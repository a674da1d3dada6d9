/**
 * The control process's side of API keys and usage plans: tells the processes that serve what changed, and decides which of
 * them counts throttles by itself and which lease.
 */
export { createThrottleOffice, type ThrottleOffice, type ThrottlePeer } from './throttle-office.ts';
export { createUsage, type Usage, type UsagePeer } from './usage.ts';
