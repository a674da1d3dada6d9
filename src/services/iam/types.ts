import type { IAM } from '@aws-sdk/client-iam';
import type { Handlers, Input, Output } from '../../aws/index.ts';

export type IamHandlers = Handlers<IAM>;
export type In<Name extends keyof IamHandlers> = Input<IAM, Name>;
export type Out<Name extends keyof IamHandlers> = Output<IAM, Name>;
