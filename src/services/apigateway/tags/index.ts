/** Tags on what can carry them: APIs and stages (features A1.11). */
export { checkTags, type Tags } from './check-tags.ts';
export { tagHandlers } from './handlers.ts';
