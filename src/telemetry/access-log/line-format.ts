import type { ServedRequest, ServedStage } from '../../model/index.ts';
import { escaped } from '../json-text.ts';
import { milliseconds } from './digits.ts';
import { TimeText } from './time-text.ts';

/** Makes the line of a request. */
export type LineFormat = (request: ServedRequest) => string;

/**
 * Compiles the lines of a stage, in ASCII: one JSON object with members by names that follow AWS's access-log variables
 * (telemetry E.2). It is one expression of additions, because a line put together by a table of readers costs twice as much,
 * and one in a template looks again at every part for what it is.
 */
export function compileLineFormat(stage: ServedStage | undefined): LineFormat {
  const time = new TimeText();
  const end = `,"apiId":${orNull(stage?.apiId)},"stage":${orNull(stage?.stage)}}\n`;
  return (request) =>
    '{"requestId":"' +
    request.requestId +
    '","extendedRequestId":"' +
    request.extendedRequestId +
    '","time":"' +
    time.at(request.requestTimeEpoch) +
    '","ip":"' +
    request.sourceIp +
    '","method":"' +
    escaped(request.httpMethod) +
    '","path":"' +
    escaped(request.path) +
    '","resourcePath":' +
    orNull(request.resourcePath) +
    ',"protocol":"' +
    request.protocol +
    '","status":' +
    request.status +
    ',"responseLength":' +
    request.responseLength +
    ',"latencyMs":' +
    milliseconds(request.latencyMs) +
    ',"integrationLatencyMs":' +
    millisecondsOrNull(request.integrationLatencyMs) +
    ',"userAgent":' +
    orNull(request.userAgent) +
    end;
}

function millisecondsOrNull(value: number | undefined): string {
  return value === undefined ? 'null' : milliseconds(value);
}

function orNull(text: string | undefined): string {
  return text === undefined ? 'null' : `"${escaped(text)}"`;
}
