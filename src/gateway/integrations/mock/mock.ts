import type { Integration, Method } from '../../../model/index.ts';
import { compileRequestParameters } from '../../mapping/index.ts';
import {
  type CompileScope,
  configurationError,
  type IntegrationPlan,
  type MaybePromise,
  type MethodOutcome,
  type MethodRequest,
} from '../../method/index.ts';
import { compileIntegrationRequest } from '../../pipeline/integration-request.ts';
import { compileIntegrationResponse } from '../../pipeline/integration-response.ts';
import { readRequestBody } from '../../pipeline/request-body.ts';
import { mockStatusCode } from './status-code.ts';

const EMPTY = Buffer.alloc(0);

/** The method's answer for an integer status, or the default one. */
interface MockStatus {
  readonly kind: 'default';
}

/**
 * Compiles a MOCK integration (guide, "Set up mock integrations"; fact D63).
 * @throws {ConfigurationProblem} when a mapping is not understood
 */
export function compileMock(method: Method, integration: Integration, scope: CompileScope): IntegrationPlan {
  const parameters = compileRequestParameters(integration.requestParameters, 'http', scope.stageVariables);
  const hasTemplates = Object.keys(integration.requestTemplates ?? {}).length > 0;
  const mapRequest = compileIntegrationRequest<MockStatus>(integration, parameters, 'http', scope, (request) =>
    hasTemplates ? readRequestBody(request) : { kind: 'default' },
  );
  const respond = compileIntegrationResponse(method, scope);
  const answer = (request: MethodRequest, selectionValue: string): MaybePromise<MethodOutcome> =>
    respond({ selectionValue, headers: [], body: EMPTY }, request);

  const mocked = (
    request: MethodRequest,
    mapped: Awaited<ReturnType<typeof mapRequest>>,
  ): MaybePromise<MethodOutcome> => {
    // Without any template the default response is used; an empty value selects that one.
    if (mapped.kind === 'default') return answer(request, '');
    if (mapped.kind !== 'body') return mapped;
    const statusCode = mockStatusCode(mapped.bytes.toString('utf8'));
    if (statusCode !== undefined) return answer(request, String(statusCode));
    return configurationError(
      'Unable to parse statusCode. It should be an integer that is defined in the request template.',
    );
  };
  return {
    invoke(request) {
      const mapped = mapRequest(request);
      return mapped instanceof Promise ? mapped.then((settled) => mocked(request, settled)) : mocked(request, mapped);
    },
  };
}
