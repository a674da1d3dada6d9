import type { ACM } from '@aws-sdk/client-acm';
import type { Handlers, Input, Output } from '../../aws/index.ts';

/** Handlers of some of the service's operations; a room gives those of its own. */
export type AcmHandlers = Handlers<ACM>;

type Operations = { [Name in keyof AcmHandlers]-?: Name }[keyof AcmHandlers];

/** What an operation is given. */
export type In<Name extends Operations> = Input<ACM, Name>;
/** What an operation answers. */
export type Out<Name extends Operations> = Output<ACM, Name>;
