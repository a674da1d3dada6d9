import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { Handlers, Input, Output } from '../../aws/index.ts';

/** Handlers of some of the service's operations; a room gives those of its own. */
export type LogsHandlers = Handlers<CloudWatchLogs>;

type Operations = { [Name in keyof LogsHandlers]-?: Name }[keyof LogsHandlers];

/** What an operation is given. */
export type In<Name extends Operations> = Input<CloudWatchLogs, Name>;
/** What an operation answers. */
export type Out<Name extends Operations> = Output<CloudWatchLogs, Name>;
