import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { Handlers, Input, Output } from '../../aws/index.ts';

/** Handlers of some of the service's operations; a room gives those of its own. */
export type CloudWatchHandlers = Handlers<CloudWatch>;

type Operations = { [Name in keyof CloudWatchHandlers]-?: Name }[keyof CloudWatchHandlers];

/** What an operation is given. */
export type In<Name extends Operations> = Input<CloudWatch, Name>;
/** What an operation answers. */
export type Out<Name extends Operations> = Output<CloudWatch, Name>;
