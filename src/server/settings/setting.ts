import type { ValueKind } from './value-kinds.ts';

/** Where a setting may be given, the strongest first. */
export type Source = 'flag' | 'environment' | 'file';

/** What defaults depend on besides the table: it comes in as a parameter, so that they are exact in tests. */
export interface Surroundings {
  /** The process's environment. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The user's home directory, an absolute path. */
  readonly homeDirectory: string;
  /** How many threads this machine runs at once. */
  readonly processors: number;
}

/** One row of the table of settings. */
export interface Setting<Value> {
  /** In words joined by `-`: the flag and the environment variable follow from it, and it is the key in the file. */
  readonly name: string;
  readonly sources: readonly Source[];
  readonly kind: ValueKind<Value>;
  readonly default: (surroundings: Surroundings) => Value;
  /** The default in words, for people. */
  readonly defaultText: string;
  /** One sentence that says what the setting decides. */
  readonly description: string;
}

/** `--control-port` */
export function flagOf({ name }: { readonly name: string }): string {
  return `--${name}`;
}

/** `SALLYPORT_CONTROL_PORT` */
export function variableOf({ name }: { readonly name: string }): string {
  return `SALLYPORT_${name.toUpperCase().replaceAll('-', '_')}`;
}
