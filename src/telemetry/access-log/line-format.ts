import type { ServedRequest, ServedStage } from '../../model/index.ts';
import { milliseconds } from './digits.ts';
import { TimeText } from './time-text.ts';

/** Gives a value as JSON. */
type Writer = (request: ServedRequest) => string;

/** Makes the line of a request. */
export type LineFormat = (request: ServedRequest) => string;

/** The members of a line in their order, by names that follow AWS's access-log variables (telemetry E.2). */
const membersWith = (time: TimeText): readonly (readonly [name: string, write: Writer])[] => [
  ['requestId', (request) => quoted(request.requestId)],
  ['extendedRequestId', (request) => quoted(request.extendedRequestId)],
  ['time', (request) => `"${time.at(request.requestTimeEpoch)}"`],
  ['ip', (request) => quoted(request.sourceIp)],
  ['method', (request) => quoted(request.httpMethod)],
  ['path', (request) => quoted(request.path)],
  ['resourcePath', (request) => orNull(request.resourcePath)],
  ['protocol', (request) => quoted(request.protocol)],
  ['status', (request) => String(request.status)],
  ['responseLength', (request) => String(request.responseLength)],
  ['latencyMs', (request) => milliseconds(request.latencyMs)],
  [
    'integrationLatencyMs',
    ({ integrationLatencyMs }) => (integrationLatencyMs === undefined ? 'null' : milliseconds(integrationLatencyMs)),
  ],
  ['userAgent', (request) => orNull(request.userAgent)],
];

/** Compiles the lines of a stage: what is the same in all of them is put together once. */
export function compileLineFormat(stage: ServedStage | undefined): LineFormat {
  const members = membersWith(new TimeText());
  const writers = members.map(([, write]) => write);
  const names = members.map(([name], place) => `${place === 0 ? '{' : ','}"${name}":`);
  const end = `,"apiId":${orNull(stage?.apiId)},"stage":${orNull(stage?.stage)}}\n`;
  return (request) => {
    let line = '';
    for (let place = 0; place < writers.length; place++) line += (names[place] as string) + writers[place]?.(request);
    return line + end;
  };
}

function orNull(text: string | undefined): string {
  return text === undefined ? 'null' : quoted(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON names them (RFC 8259 section 7)
const ESCAPED = /["\\\x00-\x1f]/;

/** What clients send is nearly always plain; JSON.stringify costs more than looking. */
function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
