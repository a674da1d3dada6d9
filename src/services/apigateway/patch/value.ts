import { badRequest } from '../errors.ts';

/**
 * Reads a patch operation's string as a member's value; undefined, where the member allows it, leaves the member out.
 * @throws {ServiceError} when AWS refuses the string
 */
export type ReadValue<V> = (value: string | undefined) => V;

/** Any text as it is; nothing is the empty string. */
export const text: ReadValue<string> = (value) => value ?? '';

/** Any text; nothing and the empty string leave the member out. */
export const optionalText: ReadValue<string | undefined> = (value) => (value === '' ? undefined : value);

/** AWS reads everything but `true` (in any case) as false (recorded for `/apiKeyRequired`; the guide writes `True`). */
export const flag: ReadValue<boolean> = (value) => value?.toLowerCase() === 'true';

/** Text that must be there. */
export function requiredText(message: string): ReadValue<string> {
  return (value) => {
    if (value === undefined || value.trim() === '') throw badRequest(message);
    return value;
  };
}

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max: number, message: string): ReadValue<number> {
  return (value) => {
    const number = /^-?\d{1,15}$/.test(value ?? '') ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max)) throw badRequest(message);
    return number;
  };
}

/** A number from `min` to `max`, both included, perhaps with decimals. */
export function decimal(min: number, max: number, message: string): ReadValue<number> {
  return (value) => {
    const number = /^-?\d+(\.\d+)?$/.test(value ?? '') ? Number(value) : Number.NaN;
    if (!(number >= min && number <= max)) throw badRequest(message);
    return number;
  };
}

/** One of the given words. */
export function oneOf<V extends string>(values: readonly V[], message: string): ReadValue<V> {
  return (value) => {
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw badRequest(message);
    return found;
  };
}

/** The same, where nothing and the empty string leave the member out. */
export function optional<V>(read: ReadValue<V>): ReadValue<V | undefined> {
  return (value) => (value === undefined || value === '' ? undefined : read(value));
}
