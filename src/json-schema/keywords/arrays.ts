import { canonicalText, type JsonObject } from '../json.ts';
import type { Check, CompileSchema } from '../run.ts';

/** `maxItems`, `minItems`, `uniqueItems`, and how many items `additionalItems` lets through (validation, section 5.3). */
export function arrayChecks(schema: JsonObject): readonly Check[] {
  const { maxItems, minItems, items, additionalItems, uniqueItems } = schema;
  return [
    typeof maxItems === 'number' ? maxItemsCheck(maxItems) : undefined,
    typeof minItems === 'number' ? minItemsCheck(minItems) : undefined,
    Array.isArray(items) && additionalItems === false ? noMoreItems(items.length) : undefined,
    uniqueItems === true ? uniqueItemsCheck : undefined,
  ].filter((check) => check !== undefined);
}

function maxItemsCheck(maximum: number): Check {
  return (run, value) => {
    if (Array.isArray(value) && value.length > maximum)
      run.fail(
        () => `array is too long: must have at most ${maximum} elements but instance has ${value.length} elements`,
      );
  };
}

function minItemsCheck(minimum: number): Check {
  return (run, value) => {
    if (Array.isArray(value) && value.length < minimum)
      run.fail(
        () => `array is too short: must have at least ${minimum} elements but instance has ${value.length} elements`,
      );
  };
}

function noMoreItems(allowed: number): Check {
  return (run, value) => {
    if (Array.isArray(value) && value.length > allowed)
      run.fail(() => `schema only allows ${allowed} elements in array but instance has ${value.length} elements`);
  };
}

/** Each item once, by its text: comparing them two by two would take the square of their number. */
const uniqueItemsCheck: Check = (run, value) => {
  if (!Array.isArray(value)) return;
  const texts = new Set(value.map((item) => canonicalText(item, () => run.step())));
  if (texts.size < value.length) run.fail(() => 'array must not contain duplicate elements');
};

/** `items` and `additionalItems`: what the items themselves must be. */
export function itemsCheck(schema: JsonObject, compile: CompileSchema): Check | undefined {
  const { items, additionalItems } = schema;
  const each = Array.isArray(items) ? items.map(compile) : [];
  const rest = Array.isArray(items) ? schemaOrNothing(additionalItems, compile) : schemaOrNothing(items, compile);
  if (each.length === 0 && rest === undefined) return undefined;
  return (run, value) => {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) {
      const check = each[index] ?? rest;
      if (check !== undefined) run.apply(check, item);
    }
  };
}

function schemaOrNothing(schema: unknown, compile: CompileSchema): Check | undefined {
  return typeof schema === 'object' ? compile(schema) : undefined;
}
