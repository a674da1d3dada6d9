import type { TimedEvent } from '../trace.ts';
import { dumpBody } from './dump.ts';
import type { Grade } from './line.ts';

/** What AWS writes of an authorizer (telemetry E.3; knowledge centre, "API Gateway logs"). */
export function authorizerLines({ event, body }: TimedEvent, requestId: string): readonly (readonly [Grade, string])[] {
  switch (event.kind) {
    case 'authorizerStarted':
      return [['info', `Starting authorizer: ${event.authorizer.id} for request: ${requestId}`]];
    case 'authorizerRequest':
      return [['data', `Sending request to ${event.functionArn}`]];
    case 'authorizerResponse':
      return [['data', `Authorizer result body before parsing: ${dumpBody(body)}`]];
    case 'authorized':
      return [['info', 'Successfully completed authorizer execution']];
    default:
      return [];
  }
}
