import type { Setting, Source, Surroundings } from './setting.ts';
import type { ValueKind } from './value-kinds.ts';

const anywhere: readonly Source[] = ['flag', 'environment', 'file'];

interface Details {
  readonly description: string;
  readonly sources?: readonly Source[];
  readonly defaultText?: string;
}

/** A row of the table. `standard` is its default, perhaps by what surrounds the process. */
export function setting<Value>(
  name: string,
  kind: ValueKind<Value>,
  standard: Value | ((surroundings: Surroundings) => Value),
  { description, sources = anywhere, defaultText = String(standard) }: Details,
): Setting<Value> {
  const fallback = standard instanceof Function ? standard : () => standard;
  return { name, kind, sources, default: fallback, defaultText, description };
}

/** For settings that may be left out altogether. */
export function optional<Value>(kind: ValueKind<Value>): ValueKind<Value | undefined> {
  return kind;
}
