import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { Handlers, Input, Output } from '../../aws/index.ts';

/** Handlers of some of the service's operations; a room gives those of its own. */
export type CognitoHandlers = Handlers<CognitoIdentityProvider>;

type Operations = { [Name in keyof CognitoHandlers]-?: Name }[keyof CognitoHandlers];

/** What an operation is given. */
export type In<Name extends Operations> = Input<CognitoIdentityProvider, Name>;
/** What an operation answers. */
export type Out<Name extends Operations> = Output<CognitoIdentityProvider, Name>;
