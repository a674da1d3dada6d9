/** Values of a template and what they do, as Java does it where a template can tell. */
export { arithmetic } from './arithmetic.ts';
export { isEqual, isOrdered } from './compare.ts';
export { fromPlain } from './from-plain.ts';
export { iterate } from './iterate.ts';
export { VALUE_LIMITS } from './limits.ts';
export { MethodError } from './method-error.ts';
export { callMethod } from './methods/index.ts';
export { parseLiteral } from './numbers.ts';
export { getIndex, getProperty, setIndex, setProperty } from './properties.ts';
export { jsonText, textOf } from './text.ts';
export {
  Collection,
  type HostObject,
  listItems,
  Renderable,
  type Value,
  type ValueMap,
} from './value.ts';
export { CHARACTERS_A_STEP, metered, work } from './work.ts';
