import type { Call } from '../../aws/index.ts';
import type { Protocol, Values, WireRequest, WireResponse } from '../protocols/index.ts';
import { nullMembers, type Operation } from '../schema/index.ts';
import { notImplemented } from './protocol-errors.ts';
import type { FoundOperation } from './service-directory.ts';
import { nullMembersError } from './service-errors.ts';

/** What the front door does between decoding and encoding. */
export interface CallSteps {
  /** Rejects when the caller may not do this. */
  permit(input: Values): Promise<void>;
  handled(output: Values): void;
}

/**
 * From a request whose operation is known to its response: decode, check required members, permit, handle,
 * encode.
 * @throws {ServiceError} what the handler throws, and for what never reaches it
 * @throws {SerializationError} when the request does not fit the schema
 */
export async function callHandler(
  { service, match }: FoundOperation,
  protocol: Protocol,
  request: WireRequest,
  call: Call,
  steps: CallSteps,
): Promise<WireResponse> {
  const { operation } = match;
  const handler = service.handlers[operation.handlerName];
  if (!handler || !canCarry(protocol, operation.eventStream)) {
    throw notImplemented(`the operation ${operation.name} of ${service.schema.serviceId}`);
  }
  const input = protocol.decodeInput(request, match);
  const missing = operation.input ? nullMembers(operation.input, input) : [];
  if (missing.length > 0) throw nullMembersError(service.name, missing);
  await steps.permit(input);
  // The schema that the input was decoded by is the one that the handler's type was read from.
  const result = await handler(input as never, call);
  const output = isRecord(result) ? result : {};
  steps.handled(output);
  return protocol.encodeOutput(operation, output, { schema: service.schema, requestId: call.requestId });
}

const CARRYING_EVENTS: ReadonlySet<Protocol['name']> = new Set(['rest-json', 'aws-json-1.0', 'aws-json-1.1']);

/** Events come out through protocols of JSON alone; nothing takes them in. */
function canCarry(protocol: Protocol, eventStream: Operation['eventStream']): boolean {
  return eventStream === undefined || (eventStream === 'output' && CARRYING_EVENTS.has(protocol.name));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
