import type { ServedRequest, ServedStage } from '../../model/index.ts';
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

const NOT_ASCII = /[^\x20-\x7e]/g;

/** What clients send is nearly always plain; to look costs less than to rewrite. */
function escaped(text: string): string {
  if (isPlain(text)) return text;
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(NOT_ASCII, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** ASCII that JSON takes as it is (RFC 8259 section 7). */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code > 0x7e || code === QUOTATION_MARK || code === BACKSLASH) return false;
  }
  return true;
}

const QUOTATION_MARK = 0x22;
const BACKSLASH = 0x5c;
