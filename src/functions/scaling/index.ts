/** How many instances there are, and who gets one: limits of concurrency, warm instances, and those that are kept ready. */
export { type Concurrency, createConcurrency, type Throttle } from './concurrency.ts';
export { execute, type InstanceSource, obtain } from './execute.ts';
export { createInstancePool, usesFolder } from './instance-pool.ts';
