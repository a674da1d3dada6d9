import type { ServedRequest, ServedStage } from '../../model/index.ts';
import { milliseconds } from './digits.ts';
import { TimeText } from './time-text.ts';

/** Makes the line of a request. */
export type LineFormat = (request: ServedRequest) => string;

type Reader = (request: ServedRequest) => string;

/** `text` stands between quotation marks; `json` is a value by itself. */
type Member = readonly [name: string, kind: 'text' | 'json', read: Reader];

/** The members of a line in their order, by names that follow AWS's access-log variables (telemetry E.2). */
const membersWith = (time: TimeText): readonly Member[] => [
  ['requestId', 'text', (request) => request.requestId],
  ['extendedRequestId', 'text', (request) => request.extendedRequestId],
  ['time', 'text', (request) => time.at(request.requestTimeEpoch)],
  ['ip', 'text', (request) => request.sourceIp],
  ['method', 'text', (request) => escaped(request.httpMethod)],
  ['path', 'text', (request) => escaped(request.path)],
  ['resourcePath', 'json', (request) => orNull(request.resourcePath)],
  ['protocol', 'text', (request) => request.protocol],
  ['status', 'json', (request) => String(request.status)],
  ['responseLength', 'json', (request) => String(request.responseLength)],
  ['latencyMs', 'json', (request) => milliseconds(request.latencyMs)],
  ['integrationLatencyMs', 'json', ({ integrationLatencyMs: ms }) => (ms === undefined ? 'null' : milliseconds(ms))],
  ['userAgent', 'json', (request) => orNull(request.userAgent)],
];

/** Compiles the lines of a stage, in ASCII: what is the same in all of them is put together once. */
export function compileLineFormat(stage: ServedStage | undefined): LineFormat {
  const members = membersWith(new TimeText());
  const readers = members.map(([, , read]) => read);
  const before: string[] = [];
  let text = '{';
  for (const [name, kind] of members) {
    const mark = kind === 'text' ? '"' : '';
    before.push(`${text}"${name}":${mark}`);
    text = `${mark},`;
  }
  const end = `${text}"apiId":${orNull(stage?.apiId)},"stage":${orNull(stage?.stage)}}\n`;
  return (request) => {
    let line = '';
    for (let place = 0; place < readers.length; place++) {
      line += before[place] as string;
      line += (readers[place] as Reader)(request);
    }
    return line + end;
  };
}

function orNull(text: string | undefined): string {
  return text === undefined ? 'null' : `"${escaped(text)}"`;
}

/** What JSON does not take as it is (RFC 8259 section 7), and what is not ASCII. */
const UNPLAIN = /[^\x20\x21\x23-\x5b\x5d-\x7e]/;
const NOT_ASCII = /[^\x20-\x7e]/g;

/** What clients send is nearly always plain; to look costs less than to rewrite. */
function escaped(text: string): string {
  if (!UNPLAIN.test(text)) return text;
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(NOT_ASCII, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
