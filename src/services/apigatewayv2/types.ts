import type { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import type { Handlers, Input, Output } from '../../aws/index.ts';

/** Handlers of some of the service's operations; an entity's room gives those of its own. */
export type ApiGatewayV2Handlers = Handlers<ApiGatewayV2>;

type Operations = { [Name in keyof ApiGatewayV2Handlers]-?: Name }[keyof ApiGatewayV2Handlers];

/** What an operation is given. */
export type In<Name extends Operations> = Input<ApiGatewayV2, Name>;
/** What an operation answers. */
export type Out<Name extends Operations> = Output<ApiGatewayV2, Name>;
