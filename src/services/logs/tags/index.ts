/** Tags of log groups. */
export { checkTags } from './check-tags.ts';
export { tagHandlers } from './tag-handlers.ts';
