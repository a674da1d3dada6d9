/** What metric filters and subscription filters share: names, ids, patterns. */
export { filterId, filterNameViolations, filterPrefix, groupOfFilter } from './filter-id.ts';
export { readPattern } from './read-pattern.ts';
