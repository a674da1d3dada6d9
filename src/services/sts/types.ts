import type { STS } from '@aws-sdk/client-sts';
import type { Handlers, Input } from '../../aws/index.ts';

export type StsHandlers = Handlers<STS>;
export type In<Name extends keyof StsHandlers> = Input<STS, Name>;
