import type { OperatorEndpoint, OperatorRequest } from '../../../control/index.ts';
import type { ExplainedRequest } from '../../../model/index.ts';
import { badRequest, type Fields, fieldsOf, textOf } from '../json-body.ts';
import { unknownRequest, type VisibleRequests } from '../requests/index.ts';
import { inputOf, type RecordedInput } from './from-request.ts';
import { readRendering } from './read-rendering.ts';

/**
 * `POST /_sallyport/template`: what a mapping template makes of a request, or where it fails. `sallyport:RenderTemplate`, and for what
 * a request that is remembered was `sallyport:GetRequest` on its stage. The language is loaded when somebody asks.
 */
export function templateEndpoint({ demand, find }: Pick<VisibleRequests, 'demand' | 'find'>): OperatorEndpoint {
  async function recorded(asking: OperatorRequest, fields: Fields): Promise<ExplainedRequest | undefined> {
    return fields.requestId === undefined ? undefined : find(asking, requestIdIn(fields), true);
  }

  async function inputFor(asking: OperatorRequest, fields: Fields): Promise<RecordedInput | undefined> {
    if (fields.requestId === undefined) return undefined;
    const request = await recorded(asking, fields);
    if (request === undefined) throw unknownRequest(requestIdIn(fields));
    return inputOf(request, phaseIn(fields));
  }

  return {
    method: 'POST',
    path: '/_sallyport/template',
    async access(asking) {
      const fields = fieldsOf(asking.body);
      const render = { action: 'sallyport:RenderTemplate', resource: '*' };
      if (fields.requestId === undefined) return [render];
      const request = await recorded(asking, fields);
      return [render, ...demand('GetRequest', asking, request?.apiId, request?.stage)];
    },
    async answer(asking) {
      const fields = fieldsOf(asking.body);
      const input = await inputFor(asking, fields);
      const wanted = readRendering({ ...input, ...fields });
      const { previewTemplate } = await import('../../../gateway/index.ts');
      return { ...previewTemplate(wanted), ...(input && { input }) };
    },
  };
}

function requestIdIn(fields: Fields): string {
  return textOf(fields, 'requestId', /^[\w=-]{1,128}$/);
}

function phaseIn({ phase = 'request' }: Fields): 'request' | 'response' {
  if (phase === 'request' || phase === 'response') return phase;
  throw badRequest('phase must be request or response.');
}
