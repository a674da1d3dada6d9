import { mapChange } from '../../map-change.ts';

export const OPERATIONS = ['append', 'overwrite', 'remove'] as const;

/** One change of a request or a response on its way (guide, "Transform API requests and responses for HTTP APIs"). */
export interface Mapping {
  readonly operation: (typeof OPERATIONS)[number];
  /** `header.NAME`, `querystring.NAME`, `path`; of responses `header.NAME` or `statuscode`. */
  readonly target: string;
  /** Nothing where something is removed. */
  readonly value: string;
}

type Parameters = Readonly<Record<string, string>>;

/** What the guide's examples write where nothing is needed; an empty text would take the mapping itself away. */
const NO_VALUE = "''";

export function mappingsOf(parameters: Parameters = {}): readonly Mapping[] {
  return Object.entries(parameters).map(([key, value]) => {
    const at = key.indexOf(':');
    const operation = OPERATIONS.find((known) => known === key.slice(0, at)) ?? 'overwrite';
    return { operation, target: key.slice(at + 1), value: operation === 'remove' ? '' : value };
  });
}

/** Mappings as the API takes them; of two with one operation and target the last counts. */
export function parametersOf(mappings: readonly Mapping[]): Record<string, string> {
  return Object.fromEntries(
    mappings.map(({ operation, target, value }) => [
      `${operation}:${target.trim()}`,
      operation === 'remove' ? NO_VALUE : value,
    ]),
  );
}

/** What makes `before` what `mappings` say. */
export function changedParameters(before: Parameters = {}, mappings: readonly Mapping[]): Record<string, string> {
  return mapChange(before, parametersOf(mappings));
}

/** Whether each mapping can be sent: it has a target, and a value where it needs one. */
export function areWhole(mappings: readonly Mapping[]): boolean {
  return mappings.every(
    ({ operation, target, value }) => target.trim() !== '' && (operation === 'remove' || value !== ''),
  );
}
