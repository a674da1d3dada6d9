import type { Call } from './call.ts';
import type { Input, OperationNames, Output } from './operation-types.ts';

/** One operation's implementation. Required members are present in `input`; everything else is the handler's to check. */
type Handler<I, O> = (input: I, call: Call) => Promise<O>;

/**
 * The handlers of one AWS service: each key an operation, typed by the SDK's own client. An operation that is left out
 * is answered with `NotImplementedException`.
 */
export type Handlers<Client> = {
  readonly [Name in OperationNames<Client>]?: Handler<Input<Client, Name>, Output<Client, Name>>;
};
