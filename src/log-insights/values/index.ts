/** What fields hold and expressions give: how it reads as a number, compares, sorts and is shown. */
export { areEqual, compareValues, sortOrder } from './compare.ts';
export { heldBytes } from './held-bytes.ts';
export {
  finite,
  isTrue,
  numberOf,
  resultText,
  Structure,
  Timestamp,
  textOf,
  type Value,
  valueOfJson,
} from './value.ts';
