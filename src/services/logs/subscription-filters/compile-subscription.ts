import { readPattern } from '../filters/index.ts';
import type { SubscriptionFilter } from './document.ts';

export interface CompiledSubscription {
  readonly filterName: string;
  readonly destinationArn: string;
  /** Undefined when a message does not match; the fields that a space-delimited pattern names, and none for others. */
  match(message: string): { readonly extractedFields?: Readonly<Record<string, string>> } | undefined;
}

/** Turns a filter into a function of messages; it never throws. */
export function compileSubscription(filter: SubscriptionFilter): CompiledSubscription {
  const { filterName, destinationArn, filterPattern } = filter;
  const pattern = readPattern(filterPattern);
  return {
    filterName,
    destinationArn,
    match(message) {
      if (pattern.kind !== 'fields') return pattern.matches(message) ? {} : undefined;
      const matched = pattern.match(message);
      if (matched === undefined) return undefined;
      const fields = Object.entries(pattern.extract(matched)).map(([name, value]) => [name.slice(1), value]);
      return { extractedFields: Object.fromEntries(fields) };
    },
  };
}
