import type { ApiStage, ThrottleSettings } from '../../../model/index.ts';
import { badRequest } from '../errors.ts';

/**
 * Reads all method throttles of a stage from a patch's value: JSON, or JSON in a JSON string as the guide's command sends
 * it ("Manage a usage plan by using the AWS CLI").
 * @throws {ServiceError} 400 for anything else
 */
export function readMethodThrottles(value: string | undefined): NonNullable<ApiStage['throttle']> {
  const parsed = parse(parse(value));
  if (!isRecord(parsed)) throw invalid();
  return Object.fromEntries(Object.entries(parsed).map(([method, settings]) => [method, readSettings(settings)]));
}

function readSettings(settings: unknown): ThrottleSettings {
  if (!isRecord(settings)) throw invalid();
  const { burstLimit, rateLimit } = settings;
  if (!isLimit(burstLimit) || !isLimit(rateLimit)) throw invalid();
  return { ...(burstLimit !== undefined && { burstLimit }), ...(rateLimit !== undefined && { rateLimit }) };
}

function isLimit(value: unknown): value is number | undefined {
  return value === undefined || (typeof value === 'number' && value >= 0);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid();
    throw error;
  }
}

function invalid() {
  return badRequest('Invalid method throttle settings specified');
}
