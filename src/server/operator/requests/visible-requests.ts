import type { Demand, ServiceError } from '../../../aws/index.ts';
import type { OperatorRequest } from '../../../control/index.ts';
import type { ExplainedRequest, Scope } from '../../../model/index.ts';
import { isRoot } from '../../../policy/index.ts';
import { notFound } from '../json-body.ts';
import type { RequestExplorer } from './request-explorer.ts';

export interface VisibleRequestsOptions {
  readonly explorer: Pick<RequestExplorer, 'find'>;
  /** Whose an API is; undefined for one that is not deployed. */
  ownerOf(apiId: string): Scope | undefined;
  /** The operator's account: its root user sees requests to everybody's APIs. */
  readonly operatorAccountId: string;
}

/** What a caller may see of requests, and what he needs for it. */
export interface VisibleRequests {
  /** Whether he sees requests to everybody's APIs. */
  seesAll(asking: OperatorRequest): boolean;
  isVisibleTo(asking: OperatorRequest, apiId: string): boolean;
  /** An action of ours on a stage; on all of them, where none is named. */
  demand(
    action: string,
    asking: OperatorRequest,
    apiId: string | undefined,
    stage: string | undefined,
  ): readonly Demand[];
  /** Undefined where no process remembers it, or it is not for him. */
  find(asking: OperatorRequest, requestId: string, withBodies: boolean): Promise<ExplainedRequest | undefined>;
}

export function createVisibleRequests(options: VisibleRequestsOptions): VisibleRequests {
  const { explorer, ownerOf, operatorAccountId } = options;
  const seesAll = ({ call: { principal } }: OperatorRequest) =>
    isRoot(principal) && principal.accountId === operatorAccountId;
  const isVisibleTo = (asking: OperatorRequest, apiId: string) =>
    seesAll(asking) || ownerOf(apiId)?.accountId === asking.call.scope.accountId;
  return {
    seesAll,
    isVisibleTo,
    demand(action, asking, apiId, stage) {
      const { scope } = asking.call;
      // A refusal names it, and is no way to learn where another account's API is, nor that it is.
      const isKnown = apiId !== undefined && isVisibleTo(asking, apiId);
      const region = (isKnown ? ownerOf(apiId)?.region : undefined) ?? scope.region;
      const resource = `arn:aws:execute-api:${region}:${scope.accountId}:${apiId ?? '*'}/${stage ?? '*'}`;
      return [{ action: `sallyport:${action}`, resource }];
    },
    async find(asking, requestId, withBodies) {
      const found = await explorer.find(requestId, withBodies);
      return found && isVisibleTo(asking, found.apiId) ? found : undefined;
    },
  };
}

export function unknownRequest(requestId: string): ServiceError {
  return notFound(`No process remembers a request ${requestId}.`);
}
