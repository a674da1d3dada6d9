import type { MaybePromise, MethodOutcome } from '../method/index.ts';
import type { HttpRequest } from './http-request.ts';

/** A phase before the integration: lets a request pass (undefined), or ends it; at once where it can. */
export type HttpGuard = (request: HttpRequest) => MaybePromise<MethodOutcome | undefined>;
