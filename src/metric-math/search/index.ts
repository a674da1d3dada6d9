/** Search expressions: which metrics a query in words finds. */
export { compileSearch, type SearchableMetric } from './compile-search.ts';
