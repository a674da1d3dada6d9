/**
 * The share of the CPU that a function's memory stands for.
 *
 * Lambda guide, "Configure Lambda function memory": "Lambda allocates CPU power in proportion to the amount of memory configured."
 */
import { LIMITS } from '../../limits.ts';
import { vcpus } from '../../vcpus.ts';

/** In units of which one vCPU is `unit`, a whole number between the kernel's bounds. */
export function weight(memorySizeMb: number, unit: number, least: number, most: number): number {
  return Math.min(Math.max(Math.round(unit * vcpus(memorySizeMb)), least), most);
}

/**
 * The niceness that comes next to it: one step is a factor of 1.25 (sched(7)). From one vCPU on it is 0, since only the privileged are
 * let below, and it ends where a function has a third of that: there is no group of all functions, so each competes with whatever else
 * runs on the machine.
 */
export function niceness(memorySizeMb: number): number {
  return Math.min(Math.max(Math.round(-Math.log(vcpus(memorySizeMb)) / Math.log(1.25)), 0), LIMITS.mostNiceness);
}
