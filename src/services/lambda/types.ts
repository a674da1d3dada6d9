import type { Lambda } from '@aws-sdk/client-lambda';
import type { Handlers, Input, Output } from '../../aws/index.ts';

/** Handlers of some of the service's operations; a room gives those of its own. */
export type LambdaHandlers = Handlers<Lambda>;

type Operations = { [Name in keyof LambdaHandlers]-?: Name }[keyof LambdaHandlers];

/** What an operation is given. */
export type In<Name extends Operations> = Input<Lambda, Name>;
/** What an operation answers. */
export type Out<Name extends Operations> = Output<Lambda, Name>;
