/**
 * Resource: the tree of paths inside an API. What may stand where is checked here; the methods on a resource have a room
 * of their own (features A1.5).
 */
export { createResource } from './create.ts';
export { resourceHandlers } from './handlers.ts';
