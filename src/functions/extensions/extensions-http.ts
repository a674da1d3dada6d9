import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InstanceExtensions } from './instance-extensions.ts';
import { EXTENSION_LIMITS } from './limits.ts';
import type { ExtensionRefusal } from './registry.ts';

const PREFIX = '/2020-01-01/extension/';
const TELEMETRY = '/2022-07-01/telemetry';
const METHODS: Readonly<Record<string, 'GET' | 'POST' | 'PUT'>> = {
  [`${PREFIX}register`]: 'POST',
  [`${PREFIX}event/next`]: 'GET',
  [`${PREFIX}init/error`]: 'POST',
  [`${PREFIX}exit/error`]: 'POST',
  [TELEMETRY]: 'PUT',
};
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Answers a request of the Extensions API (2020-01-01) or the Telemetry API (2022-07-01).
 * @returns false for a path of neither
 */
export function serveExtensions(
  request: IncomingMessage,
  response: ServerResponse,
  extensions: InstanceExtensions,
): boolean {
  const path = (request.url ?? '').replace(/\/$/, '');
  const method = Object.hasOwn(METHODS, path) ? METHODS[path] : undefined;
  if (method === undefined) return false;
  if (request.method !== method) send(response, 405, '');
  else if (path === `${PREFIX}event/next`) next(request, response, extensions);
  else readText(request, (text) => post(path, text, request, response, extensions));
  return true;
}

function next(request: IncomingMessage, response: ServerResponse, extensions: InstanceExtensions): void {
  const id = identifierOf(request);
  if (typeof id !== 'string') return refuse(response, id);
  let stopWaiting: () => void = () => undefined;
  const waiting = extensions.registry.next(id, (event) => {
    response.off('close', stopWaiting);
    const body = JSON.stringify(event);
    send(response, 200, body, { 'Lambda-Extension-Event-Identifier': extensions.uuid() });
  });
  if (typeof waiting !== 'function') return refuse(response, waiting);
  // An event that waited for the extension has been sent by now.
  if (response.writableEnded) return;
  stopWaiting = waiting;
  response.on('close', stopWaiting);
}

function post(
  path: string,
  text: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
  extensions: InstanceExtensions,
): void {
  if (text === undefined) return send(response, 413, '');
  if (path === `${PREFIX}register`) return register(text, request, response, extensions);
  const id = identifierOf(request);
  if (typeof id !== 'string') return refuse(response, id);
  if (path === TELEMETRY) {
    const refusal = extensions.subscribe(id, text);
    return refusal === undefined ? send(response, 200, '"OK"') : refuse(response, refusal, refusal.status);
  }
  const type = headerOf(request, 'lambda-extension-function-error-type');
  if (type === '') {
    const errorMessage = 'Lambda-Extension-Function-Error-Type not found';
    return refuse(response, { errorType: 'Extension.MissingHeader', errorMessage });
  }
  const refusal = extensions.fail(id, path === `${PREFIX}init/error` ? 'InitError' : 'ExitError', type);
  if (refusal !== undefined) return refuse(response, refusal);
  send(response, 202, '{"status":"OK"}');
}

function register(
  text: string,
  request: IncomingMessage,
  response: ServerResponse,
  extensions: InstanceExtensions,
): void {
  const name = headerOf(request, 'lambda-extension-name');
  if (name === '') {
    return refuse(response, { errorType: 'Extension.InvalidExtensionName', errorMessage: 'Empty extension name' });
  }
  const events = eventsOf(text);
  if (events === undefined) {
    const errorMessage = 'The body must be a JSON object whose `events` is a list of strings.';
    return refuse(response, { errorType: 'InvalidRequestFormat', errorMessage });
  }
  const registered = extensions.registry.register(name, events);
  if ('errorType' in registered) return refuse(response, registered);
  const features = headerOf(request, 'lambda-extension-accept-feature').split(',');
  const { functionName, version, handler, accountId } = extensions.version;
  const body = {
    functionName,
    functionVersion: version,
    handler,
    ...(features.some((feature) => feature.trim() === 'accountId') && { accountId }),
  };
  send(response, 200, JSON.stringify(body), { 'Lambda-Extension-Identifier': registered.id });
}

/** Undefined for what is no such body; a body without events asks for none. */
function eventsOf(text: string): readonly string[] | undefined {
  try {
    const body: unknown = JSON.parse(text === '' ? '{}' : text);
    if (typeof body !== 'object' || body === null) return undefined;
    const events: unknown = 'events' in body ? (body.events ?? []) : [];
    return Array.isArray(events) && events.every((event) => typeof event === 'string') ? events : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function identifierOf(request: IncomingMessage): string | ExtensionRefusal {
  const id = headerOf(request, 'lambda-extension-identifier');
  const header = 'Lambda-Extension-Identifier';
  if (id === '') {
    return { errorType: 'Extension.MissingExtensionIdentifier', errorMessage: `Missing ${header} header` };
  }
  if (!UUID.test(id)) return { errorType: 'Extension.InvalidExtensionIdentifier', errorMessage: `Invalid ${header}` };
  return id;
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

/** @param done gets undefined for a body that is too large; it has been read to its end */
function readText(request: IncomingMessage, done: (text: string | undefined) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= EXTENSION_LIMITS.bodyBytes) chunks.push(chunk);
  });
  request.on('end', () => {
    done(size > EXTENSION_LIMITS.bodyBytes ? undefined : Buffer.concat(chunks).toString('utf8'));
  });
}

function refuse(response: ServerResponse, { errorType, errorMessage }: ExtensionRefusal, status = 403): void {
  send(response, status, JSON.stringify({ errorMessage, errorType }));
}

function send(response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(body);
}
