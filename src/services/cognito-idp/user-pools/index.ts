/** User pools: what they are made of and how they are told apart. */
export { userPoolHandlers } from './handlers.ts';
export { tagHandlers } from './tags.ts';
