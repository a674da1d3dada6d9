/**
 * Conditions of a statement: an operator, a key of the request, and values (IAM user guide, "IAM JSON policy elements:
 * Condition operators"). `operators.ts` compares one value with one value; `compile-condition.ts` says what several values
 * and absent keys mean.
 */
export { compileCondition } from './compile-condition.ts';
