import type { APIGateway } from '@aws-sdk/client-api-gateway';
import type { Handlers, Input, Output } from '../../aws/index.ts';

/** Handlers of some of the service's operations; an entity's room gives those of its own. */
export type ApiGatewayHandlers = Handlers<APIGateway>;

type Operations = { [Name in keyof ApiGatewayHandlers]-?: Name }[keyof ApiGatewayHandlers];

/** What an operation is given. */
export type In<Name extends Operations> = Input<APIGateway, Name>;
/** What an operation answers. */
export type Out<Name extends Operations> = Output<APIGateway, Name>;
