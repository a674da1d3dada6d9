/**
 * A load driver that holds a rate: requests leave when they are due, whether or not earlier ones have been answered, and a
 * latency counts from the moment at which its request was due. A server that stands still for a while is charged for every
 * request that would have come meanwhile, which a driver that waits for its answers forgets ("coordinated omission").
 */
export { type LoadDriver, type OpenLoopOptions, type OpenLoopReport, startDriver } from './driver.ts';
