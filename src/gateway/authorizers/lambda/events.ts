import { compileEventMembers } from '../../integrations/lambda/index.ts';
import type { MethodPlace, MethodRequest, StageVariables } from '../../method/index.ts';
import { quoted } from '../../text/index.ts';
import { methodArn } from '../method-arn.ts';

/** What a TOKEN authorizer's function is given (fact D87). */
export function tokenEvent(request: MethodRequest, token: string): Buffer {
  return Buffer.from(JSON.stringify({ type: 'TOKEN', methodArn: methodArn(request), authorizationToken: token }));
}

/** What a REQUEST authorizer's function is given (fact D87): the request as a proxy integration sees it, without its body. */
export function requestAuthorizerEvent(
  request: MethodRequest,
  place: MethodPlace,
  stageVariables: StageVariables,
): Buffer {
  // What a request does not have is empty here, where it is null in a proxy event.
  const scope = { facts: request.context.stageFacts, stageVariables };
  const members = compileEventMembers(place, scope, '{}')(request);
  return Buffer.from(`{"type":"REQUEST","methodArn":${quoted(methodArn(request))},${members}}`);
}
