import { enumViolations, type Violation } from '../../../aws/index.ts';
import type { Integration, IntegrationType, Method } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';
import { type AccountLimits, LIMITS } from '../limits.ts';
import type { In } from '../types.ts';
import { checkIntegration } from './check-integration.ts';
import {
  CONNECTION_TYPES,
  CONTENT_HANDLINGS,
  PASSTHROUGH_BEHAVIORS,
  PASSTHROUGH_REFUSAL,
  TRANSFER_MODES,
} from './patches.ts';

type PutInput = In<'putIntegration'>;

/** In the order in which AWS lists them. */
const INTEGRATION_TYPES = [
  'HTTP',
  'MOCK',
  'AWS_PROXY',
  'HTTP_PROXY',
  'AWS',
] as const satisfies readonly IntegrationType[];

export function integrationViolations(input: PutInput): readonly Violation[] {
  return [
    ...enumViolations(input.type, 'putIntegrationInput.type', INTEGRATION_TYPES),
    ...enumViolations(input.connectionType, 'putIntegrationInput.connectionType', CONNECTION_TYPES),
    ...enumViolations(input.contentHandling, 'putIntegrationInput.contentHandling', CONTENT_HANDLINGS),
    ...enumViolations(input.responseTransferMode, 'putIntegrationInput.responseTransferMode', TRANSFER_MODES),
  ];
}

/**
 * The integration that a `PutIntegration` asks for, checked, with AWS's defaults. It replaces what was there, integration
 * responses included.
 * @throws {ServiceError} 400 with AWS's text; 501 for functions that stream
 */
export function newIntegration(input: PutInput, method: Method, limits: AccountLimits): Integration {
  const type = INTEGRATION_TYPES.find((known) => known === input.type) ?? 'MOCK';
  const connectionType = CONNECTION_TYPES.find((known) => known === input.connectionType) ?? defaultConnection(type);
  const contentHandling = CONTENT_HANDLINGS.find((known) => known === input.contentHandling);
  const integration: Integration = {
    type,
    ...(input.integrationHttpMethod && { httpMethod: input.integrationHttpMethod }),
    ...(input.uri && { uri: input.uri }),
    ...(connectionType && { connectionType }),
    ...(input.connectionId && { connectionId: input.connectionId }),
    ...(input.credentials && { credentials: input.credentials }),
    ...(input.requestParameters && { requestParameters: input.requestParameters }),
    ...(input.requestTemplates && { requestTemplates: input.requestTemplates }),
    passthroughBehavior: readPassthroughBehavior(input.passthroughBehavior),
    ...(contentHandling && { contentHandling }),
    ...(input.responseTransferMode === 'STREAM' && { responseTransferMode: 'STREAM' }),
    timeoutInMillis: input.timeoutInMillis ?? defaultTimeoutMs(input.responseTransferMode),
    cacheNamespace: input.cacheNamespace || input.resourceId,
    cacheKeyParameters: input.cacheKeyParameters ?? [],
    ...(input.integrationTarget && { integrationTarget: input.integrationTarget }),
    ...(input.tlsConfig && {
      tlsConfig: { insecureSkipVerification: input.tlsConfig.insecureSkipVerification ?? false },
    }),
  };
  checkIntegration(integration, method, limits);
  return integration;
}

/** An answer that streams may take longer than one that is waited for. */
export function defaultTimeoutMs(mode: string | undefined): number {
  return mode === 'STREAM' ? LIMITS.streamTimeoutMs.default : LIMITS.integrationTimeoutMs;
}

/** HTTP integrations go to the internet unless told otherwise; the others do not say how they connect (recorded). */
function defaultConnection(type: IntegrationType): 'INTERNET' | undefined {
  return type === 'HTTP' || type === 'HTTP_PROXY' ? 'INTERNET' : undefined;
}

function readPassthroughBehavior(value: string | undefined): Integration['passthroughBehavior'] {
  if (value === undefined) return 'WHEN_NO_MATCH';
  const known = PASSTHROUGH_BEHAVIORS.find((behavior) => behavior === value.toUpperCase());
  if (!known) throw badRequest(PASSTHROUGH_REFUSAL);
  return known;
}
