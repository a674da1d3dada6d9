/**
 * What keeps a function from harming its neighbours and from what is not its own: a place for each instance, with a view of the machine
 * and a user of its own where the kernel allows that, limits that the kernel keeps, and memory, processes and temporary storage watched
 * from outside. docs/security.md says what is kept where, and what is not.
 */
export type { Containment, Grouped } from './containment.ts';
export { type FoundContainment, findContainment } from './find-containment.ts';
export { placeMade } from './launch-place.ts';
export { holdsSocket, peerOf } from './peer.ts';
export type { Place, Program, TemplatePlace, Tenant } from './place.ts';
export { INTERPRETER_FOLDER } from './seen-paths.ts';
export { createWatch, type Watch } from './watch.ts';
