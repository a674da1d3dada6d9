/**
 * JSON as Amazon's mapping templates see it: read tolerantly (unquoted names, single quotes, trailing commas), kept in
 * order, with whole and floating-point numbers apart, and printed the way Java prints. Recorded answers of API Gateway
 * (fact D39: a map prints as Java, a list as JSON) are those of the library json-smart, so its rules are followed here.
 */
export { type Difference, differences } from './differences.ts';
export { JsonSyntaxError } from './json-syntax-error.ts';
export { JSON_LIMITS, type JsonLimits } from './limits.ts';
export { javaDoubleText, numberText } from './number-text.ts';
export { parseJson } from './parse-json.ts';
export { type PrintOptions, printJson, printJsonString } from './print-json.ts';
export { floating } from './read-number.ts';
export { Decimal, type JsonMap, type JsonValue } from './value.ts';
