import { EXTENSION_LIMITS } from '../limits.ts';
import type { ExtensionRefusal } from '../registry.ts';
import type { TelemetryCategory } from './telemetry-event.ts';

/** What an extension asked for with `PUT /2022-07-01/telemetry`. */
export interface Subscription {
  readonly types: readonly TelemetryCategory[];
  readonly maxItems: number;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** On this machine. */
  readonly port: number;
  readonly path: string;
}

export interface SubscriptionRefusal extends ExtensionRefusal {
  readonly status: number;
}

const TYPES: readonly unknown[] = ['platform', 'function', 'extension'];
/** AWS's name for the instance itself; here it is this machine. */
const HOSTS = ['sandbox.localdomain', 'sandbox', 'localhost', '127.0.0.1'];

/**
 * Reads a subscription (Lambda guide, "Telemetry API reference"). Destinations are on this machine and speak HTTP. The texts are
 * ours.
 */
export function readSubscription(text: string): Subscription | SubscriptionRefusal {
  const body = parse(text);
  if (body === undefined) return invalid('The body must be a JSON object.');
  const { types, destination, buffering } = body;
  if (!Array.isArray(types) || types.length === 0 || !types.every((type) => TYPES.includes(type))) {
    return invalid('`types` must be a list of `platform`, `function` and `extension`.');
  }
  const { protocol, URI } = objectOf(destination);
  if (protocol !== 'HTTP') return invalid('`destination.protocol` must be `HTTP`; Sallyport does not send over TCP.');
  const url = typeof URI === 'string' && URL.canParse(URI) ? new URL(URI) : undefined;
  if (url === undefined || url.protocol !== 'http:' || !HOSTS.includes(url.hostname) || url.port === '') {
    return invalid('`destination.URI` must be `http://sandbox.localdomain:PORT`.');
  }
  const limits = objectOf(buffering);
  const read = (name: 'maxItems' | 'maxBytes' | 'timeoutMs'): number | undefined => {
    const { min, max, default: usual } = EXTENSION_LIMITS.buffering[name];
    const value = limits[name] ?? usual;
    return typeof value === 'number' && value >= min && value <= max ? value : undefined;
  };
  const [maxItems, maxBytes, timeoutMs] = [read('maxItems'), read('maxBytes'), read('timeoutMs')];
  if (maxItems === undefined || maxBytes === undefined || timeoutMs === undefined) {
    const ranges = Object.entries(EXTENSION_LIMITS.buffering).map(([name, { min, max }]) => `${name} ${min}-${max}`);
    return invalid(`\`buffering\` is out of its ranges: ${ranges.join(', ')}.`);
  }
  return { types, maxItems, maxBytes, timeoutMs, port: Number(url.port), path: url.pathname + url.search };
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? objectOf(value) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function invalid(errorMessage: string): SubscriptionRefusal {
  return { status: 400, errorType: 'ValidationError', errorMessage };
}
