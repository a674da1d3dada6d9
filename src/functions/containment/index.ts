/**
 * What keeps a function from harming its neighbours: limits of memory, processes and temporary storage, watched from outside, and
 * those that the kernel keeps by itself where the machine has `prlimit`. docs/security.md says what is kept and what is not.
 */
export { type Containment, findContainment } from './containment.ts';
export { createWatch, type Watch } from './watch.ts';
