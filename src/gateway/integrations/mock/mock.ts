import type { Integration, Method } from '../../../model/index.ts';
import {
  type CompileScope,
  configurationError,
  type IntegrationPlan,
  type MaybePromise,
  type MethodOutcome,
  type MethodRequest,
} from '../../method/index.ts';
import { compileIntegrationResponse } from '../../pipeline/integration-response.ts';
import { readRequestBody } from '../../pipeline/request-body.ts';
import { compileTemplates, requestTemplate } from '../../templates/index.ts';
import { firstHeader } from '../../text/index.ts';
import { mockStatusCode } from './status-code.ts';

const EMPTY = Buffer.alloc(0);

/**
 * Compiles a MOCK integration (guide, "Set up mock integrations"; fact D63).
 * @throws {ConfigurationProblem} when a mapping needs what is not built
 */
export function compileMock(method: Method, integration: Integration, scope: CompileScope): IntegrationPlan {
  const templates = compileTemplates(integration.requestTemplates, 'Request template', scope.warn);
  const choice = { templates, passthroughBehavior: integration.passthroughBehavior };
  const respond = compileIntegrationResponse(method, scope);
  const answer = (text: string, request: MethodRequest): MethodOutcome => {
    const statusCode = mockStatusCode(text);
    if (statusCode === undefined)
      return configurationError(
        'Unable to parse statusCode. It should be an integer that is defined in the request template.',
      );
    return respond({ selectionValue: String(statusCode), headers: [], body: EMPTY }, request);
  };
  return {
    invoke(request): MaybePromise<MethodOutcome> {
      const template = requestTemplate(choice, firstHeader(request.headers, 'content-type'));
      if (template === 'unsupported') return { kind: 'failure', type: 'UNSUPPORTED_MEDIA_TYPE' };
      if (template === 'passthrough') {
        // Without any template the default response is used; an empty value selects that one.
        if (templates.size === 0) return respond({ selectionValue: '', headers: [], body: EMPTY }, request);
        return readRequestBody(request).then((body) =>
          body.kind === 'body' ? answer(body.bytes.toString('utf8'), request) : body,
        );
      }
      if (template.kind === 'refused') return configurationError(template.problem);
      return answer(template.body.toString('utf8'), request);
    },
  };
}
