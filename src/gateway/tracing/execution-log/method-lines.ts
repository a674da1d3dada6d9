import type { AnsweredEvent, RoutedEvent, TimedEvent } from '../trace.ts';
import type { Bodies } from './bodies.ts';
import { dumpBody, dumpHeaders, dumpMap } from './dump.ts';
import type { Grade } from './line.ts';

/** Frames the body and is no header of the method's (fact D13). */
const NOT_OF_THE_METHOD = new Set(['content-length', 'transfer-encoding']);

type Line = readonly [Grade, string];

/** What a method begins with, once nothing keeps the request from it (telemetry E.3). */
export function startLines(routed: RoutedEvent, { request }: Bodies): readonly Line[] {
  return [
    ['info', `Starting execution for request: ${routed.requestId}`],
    ['info', `HTTP Method: ${routed.httpMethod}, Resource Path: ${routed.path}`],
    ['data', `Method request path: ${dumpMap(Object.entries(routed.pathParameters))}`],
    ['data', `Method request query string: ${dumpMap(routed.query)}`],
    ['data', `Method request headers: ${dumpHeaders(routed.headers, NOT_OF_THE_METHOD)}`],
    ['data', `Method request body before transformations: ${dumpBody(request)}`],
  ];
}

/**
 * What a method does (telemetry E.3). MOCK integrations call nobody, so they have no Endpoint lines.
 * @param integrationMs how long the integration took, where this is its answer
 */
export function methodLines(
  { event, body }: TimedEvent,
  { request, answer }: Bodies,
  integrationMs: number,
): readonly Line[] {
  switch (event.kind) {
    case 'integrationRequest':
      return [
        ['data', `Endpoint request URI: ${event.uri}`],
        ['data', `Endpoint request headers: ${dumpHeaders(event.headers)}`],
        ['data', `Endpoint request body after transformations: ${dumpBody(body ?? request)}`],
        ['info', `Sending request to ${event.uri}`],
      ];
    case 'integrationResponse':
      return [
        ['info', `Received response. Status: ${event.status}, Integration latency: ${Math.round(integrationMs)} ms`],
        ['data', `Endpoint response headers: ${dumpHeaders(event.headers)}`],
        // A body that passes through is the method's own.
        ['data', `Endpoint response body before transformations: ${dumpBody(body ?? answer)}`],
      ];
    case 'answered':
      return [
        ['data', `Method response body after transformations: ${dumpBody(body ?? answer)}`],
        ['data', `Method response headers: ${dumpHeaders(event.headers)}`],
        ['info', 'Successfully completed execution'],
        ['info', completed(event)],
      ];
    default:
      return [];
  }
}

export function completed({ status }: Pick<AnsweredEvent, 'status'>): string {
  return `Method completed with status: ${status}`;
}
