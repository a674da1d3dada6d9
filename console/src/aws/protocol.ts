import type { Operation, ServiceSchema } from '../../../src/control/schema/service-schema.ts';
import type { AwsError } from './error.ts';
import type { Unsigned } from './sign.ts';
import type { Values } from './values.ts';

/** An answer as the browser received it. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** The client's side of a wire protocol. */
export interface Protocol {
  encode(operation: Operation, input: Values, schema: ServiceSchema): Unsigned;
  decode(operation: Operation, received: Received): Values;
  error(received: Received): AwsError;
}
