/** Tags of functions, by ARN. */
export { checkTags } from './check-tags.ts';
export { tagHandlers } from './tag-handlers.ts';
