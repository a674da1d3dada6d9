/**
 * Reads an operation's types off a method of an SDK's aggregated client (`APIGateway`, `Lambda`, ...): the last overload
 * is always `(input, options, callback)`. A method with fewer parameters is a paginator or a waiter.
 */
// biome-ignore lint/suspicious/noExplicitAny: the SDK's own callback declares `err: any`
type Operation<F> = F extends (...parameters: [infer I, any, (err: any, data?: infer O) => void]) => void
  ? Parameters<F>['length'] extends 3
    ? { readonly input: I; readonly output: Omit<O, '$metadata'> }
    : never
  : never;

/** `send` looks like an operation, but it is how the client sends any of them. */
export type OperationNames<Client> = Exclude<
  { [Name in keyof Client]: Operation<Client[Name]> extends never ? never : Name }[keyof Client] & string,
  'send'
>;

/**
 * A value as the front door hands it over: the SDK's type with every kind of blob (streams, adapters) narrowed to bytes,
 * enumerations widened to the strings that a client may really send, required members present, read-only throughout so
 * that stored documents can be returned as they are.
 */
type Wire<T> = T extends string
  ? string
  : T extends number | boolean | bigint | Date | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? readonly WireMember<Item>[]
      : T extends AsyncIterable<infer Event>
        ? AsyncIterable<Wire<Event>>
        : {
            readonly [Name in keyof T]: IsOptional<T, Name> extends true
              ? WireMember<T[Name]>
              : Exclude<WireMember<T[Name]>, undefined>;
          };
type WireMember<T> = IsBlob<NonNullable<T>> extends true ? Uint8Array | Extract<T, undefined> : Wire<T>;
type IsBlob<T> = [T] extends [Uint8Array] ? true : [Uint8Array] extends [T] ? true : false;
type IsOptional<T, Name extends keyof T> = Record<never, never> extends Pick<T, Name> ? true : false;

/** The input of one operation, by its name as the SDK's client spells it (`createRestApi`). */
export type Input<Client, Name extends OperationNames<Client>> = Wire<Operation<Client[Name]>['input']>;
/** The output of one operation. */
export type Output<Client, Name extends OperationNames<Client>> = Wire<Operation<Client[Name]>['output']>;
