import type { ExplainedStep } from '../../model/index.ts';
import type { DecidingStatement } from '../../policy/index.ts';
import { type GatewayFailure, messageOf } from '../gateway-responses/render.ts';
import { masked, type TimedEvent, type TracedAuthorizer } from '../tracing/index.ts';
import { explainedBody } from './explained-body.ts';
import { shownHeaders, shownUri } from './masking.ts';

type Step = Omit<ExplainedStep, 'atMs'>;

/** What an event that is not routing says, as a step. */
export function stepOf({ event, body, input }: TimedEvent): Step | undefined {
  const ofBody = body && { body: explainedBody(body) };
  switch (event.kind) {
    case 'routed':
      return undefined;
    case 'guarded': {
      const verdict = event.failure ? refused(event.failure) : 'passed';
      return { phase: event.phase, verdict, facts: WHY[event.failure?.type ?? ''] ?? {} };
    }
    case 'policy': {
      const { asked, principal, action, resource, result, statement } = event;
      const by = statement === undefined ? 'no statement is about it' : named(statement);
      return { phase: `policy: ${asked}`, verdict: `${result} (${by})`, facts: { principal, action, resource } };
    }
    case 'unidentified':
      return {
        phase: 'authorizer',
        verdict: 'not asked: the request does not show what it identifies callers by',
        facts: authorizerFacts(event.authorizer),
      };
    case 'authorizerStarted': {
      return { phase: 'authorizer', verdict: 'asked', facts: authorizerFacts(event.authorizer) };
    }
    case 'authorizerRequest':
      return { phase: 'authorizer', verdict: 'function called', facts: { function: event.functionArn, ...ofBody } };
    case 'authorizerResponse':
      return { phase: 'authorizer', verdict: 'function answered', facts: { ...ofBody } };
    case 'authorized': {
      const { isKept, principalId, facts } = event;
      const said = JSON.stringify(facts);
      return {
        phase: 'authorizer',
        verdict: isKept ? 'knows the caller from an earlier request' : 'knows the caller',
        facts: {
          ...(principalId !== undefined && { principalId }),
          ...(said !== '{}' && { context: { bytes: said.length, text: said } }),
        },
      };
    }
    case 'signed':
      return {
        phase: 'signature',
        verdict: 'good',
        facts: { accessKeyId: event.accessKeyId, userArn: event.userArn },
      };
    case 'apiKey': {
      const { apiKey, apiKeyId } = event;
      if (apiKey === undefined) return { phase: 'API key', verdict: 'none was sent', facts: {} };
      const facts = { apiKey: masked(apiKey), ...(apiKeyId !== undefined && { apiKeyId }) };
      const verdict = apiKeyId === undefined ? 'opens no usage plan of this stage, or is not known' : 'known';
      return { phase: 'API key', verdict, facts };
    }
    case 'throttle': {
      const { level, perSecond, burst, isWithin } = event;
      return { phase: `throttle: ${level}`, verdict: isWithin ? 'within' : 'exceeded', facts: { perSecond, burst } };
    }
    case 'quota': {
      const { planId, limit, period, isWithin } = event;
      return { phase: 'quota', verdict: isWithin ? 'within' : 'exceeded', facts: { planId, limit, period } };
    }
    case 'requestBody':
      return { phase: 'request body', verdict: 'read', facts: { ...ofBody } };
    case 'cache': {
      const facts = event.invalidation === 'none' ? {} : { invalidation: event.invalidation };
      return { phase: 'response cache', verdict: event.result, facts };
    }
    case 'rendered':
      return {
        phase: event.side === 'request' ? 'request template' : 'response template',
        verdict: `rendered for ${event.template}`,
        facts: { ...(input && { input: explainedBody(input) }), ...(body && { output: explainedBody(body) }) },
      };
    case 'integrationRequest':
      return {
        phase: 'integration',
        verdict: `called: ${event.method} ${shownUri(event.uri)}`,
        facts: { headers: shownHeaders(event.headers), ...ofBody },
      };
    case 'integrationResponse':
      return {
        phase: 'integration',
        verdict: `answered ${event.status}`,
        facts: { headers: shownHeaders(event.headers), ...ofBody },
      };
    case 'selected': {
      const { value, pattern, statusCode } = event;
      const by = pattern === undefined || pattern === '' ? 'the default' : `pattern ${pattern}`;
      return { phase: 'integration response', verdict: `${statusCode} (${by})`, facts: { matched: value } };
    }
    case 'compressed':
      return { phase: 'compression', verdict: event.coding, facts: {} };
    case 'failed': {
      const { failure, status, headers } = event;
      const detail = failure.detail === undefined ? {} : { cause: failure.detail };
      const validation = failure.validationError === undefined ? {} : { validation: failure.validationError };
      return {
        phase: 'gateway response',
        verdict: `${status} ${failure.type}`,
        facts: { ...detail, ...validation, headers: shownHeaders(headers), ...ofBody },
      };
    }
    case 'answered':
      return {
        phase: 'response',
        verdict: String(event.status),
        facts: { headers: shownHeaders(event.headers), ...ofBody },
      };
  }
}

/** What AWS's answer does not say. */
const WHY: Readonly<Record<string, Step['facts']>> = {
  FORBIDDEN: {
    why: 'the default endpoint is switched off (disableExecuteApiEndpoint), or a private API was not called through an endpoint of its own',
  },
};

function authorizerFacts({ id, name, type, identitySource }: TracedAuthorizer): Step['facts'] {
  return { id, name, type, ...(identitySource !== undefined && { identitySource }) };
}

function refused(failure: GatewayFailure): string {
  return `refused: ${failure.type}, ${messageOf(failure) ?? 'without a message'}`;
}

/** Statements are counted from 1 for people. */
function named({ policy, index, sid }: DecidingStatement): string {
  return `statement ${index + 1}${sid === undefined ? '' : ` "${sid}"`} of the ${policy}`;
}
