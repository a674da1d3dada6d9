/**
 * What an instance may take of the machine beside others: its share of the CPU, in proportion to its memory, and, where the kernel has
 * control groups for us, bounds on its memory and its processes that hold wherever those go. decision 0038.
 */
export { type FoundGroups, findGroups } from './find-groups.ts';
export type { Group, Groups } from './groups.ts';
