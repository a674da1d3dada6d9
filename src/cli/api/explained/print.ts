import type { ExplainedRequest, ExplainedStep, ExplainedValue } from '../../../model/index.ts';

/** Where what a step says begins. */
const TIME_WIDTH = 9;
const PHASE_WIDTH = 34;
const INDENT = ' '.repeat(TIME_WIDTH + 2 + PHASE_WIDTH + 2);

/** A request phase by phase, for people. */
export function printExplained(request: ExplainedRequest): string {
  const { httpMethod, path, status, latencyMs, responseType, requestId, apiId, stage, requestTimeEpoch } = request;
  const outcome = responseType === undefined ? String(status) : `${status} ${responseType}`;
  const canary = request.isCanaryRequest ? ' (canary)' : '';
  return [
    `${httpMethod} ${path}: ${outcome} in ${latencyMs} ms`,
    `Request ${requestId} to stage ${stage}${canary} of ${apiId}, ${new Date(requestTimeEpoch).toISOString()}`,
    '',
    ...request.steps.flatMap(stepLines),
    '',
  ].join('\n');
}

function stepLines({ atMs, phase, verdict, facts }: ExplainedStep): readonly string[] {
  const time = `${atMs.toFixed(2)} ms`.padStart(TIME_WIDTH);
  return [
    `${time}  ${phase.padEnd(PHASE_WIDTH)}  ${plain(verdict)}`,
    ...Object.entries(facts).flatMap(([name, value]) => factLines(name, value)),
  ];
}

function factLines(name: string, value: ExplainedValue): readonly string[] {
  const [first = '', ...rest] = textsOf(value).map(plain);
  const indent = INDENT + ' '.repeat(name.length + 2);
  return [`${INDENT}${name}: ${first}`, ...rest.map((text) => indent + text)];
}

function textsOf(value: ExplainedValue): readonly string[] {
  if (typeof value !== 'object') return [String(value)];
  if (!('bytes' in value)) return value;
  if (value.bytes === 0) return ['empty'];
  return value.text === undefined ? [`${value.bytes} bytes`] : value.text.split('\n');
}

/** Without what a terminal would obey: what a client sent stands in these lines. */
function plain(text: string): string {
  return text.replace(/[^\P{Cc}\t]/gu, '?');
}
