import type { Value } from '../value.ts';

/** Says whether a value fits a parameter, as Java's overload resolution does by types. */
export type Parameter<T extends Value> = (value: Value) => value is T;

export interface Method<S> {
  readonly parameters: number;
  /** Undefined when the arguments are not of this method's types: another overload may take them. */
  apply(self: S, args: readonly Value[]): Value | undefined;
}

/** Methods by name; several under one name are overloads. */
export type MethodTable<S> = ReadonlyMap<string, readonly Method<S>[]>;

/** What a Java method of type `void` gives: Velocity prints nothing for it. */
export const VOID = '';

/** Describes one method: its parameters' types, and what it does. `undefined` as an answer is Java's null. */
export function method<S, A extends readonly Value[]>(
  parameters: { readonly [I in keyof A]: Parameter<A[I]> },
  run: (self: S, ...args: A) => Value | undefined,
): Method<S> {
  return {
    parameters: parameters.length,
    apply(self, args) {
      return fits(parameters, args) ? (run(self, ...args) ?? null) : undefined;
    },
  };
}

function fits<A extends readonly Value[]>(
  parameters: { readonly [I in keyof A]: Parameter<A[I]> },
  args: readonly Value[],
): args is A {
  return args.length === parameters.length && parameters.every((accepts, index) => accepts(args[index] ?? null));
}

export function methodTable<S>(methods: Readonly<Record<string, Method<S> | readonly Method<S>[]>>): MethodTable<S> {
  return new Map(Object.entries(methods).map(([name, found]) => [name, 'apply' in found ? [found] : found] as const));
}

/** Applies the first overload that takes the arguments; null when there is none, as Velocity prints nothing then. */
export function applyMethod<S>(
  table: MethodTable<S>,
  self: S,
  name: string,
  args: readonly Value[],
): Value | undefined {
  for (const candidate of table.get(name) ?? []) {
    const result = candidate.apply(self, args);
    if (result !== undefined) return result;
  }
  return undefined;
}
