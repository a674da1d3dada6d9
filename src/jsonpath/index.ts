/**
 * JSONPath in the dialect of Jayway's Java library, which Amazon's mapping templates and parameter mappings speak: a
 * definite path (names and single indexes) gives one value or nothing, an indefinite one always gives a list. A path is
 * compiled once; reading a definite one costs one look-up a step.
 */
export { JsonPathLimitError, JsonPathSyntaxError } from './errors.ts';
export { compileJsonPath, type JsonPath } from './json-path.ts';
export { JSON_PATH_LIMITS, type JsonPathLimits } from './limits.ts';
