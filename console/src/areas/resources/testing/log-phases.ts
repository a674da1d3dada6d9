/** Steps of a test, in the order in which a request takes them. */
export type Phase =
  | 'authorizer'
  | 'method-request'
  | 'integration-request'
  | 'integration-response'
  | 'method-response'
  | 'failure';

/** What a test's log says of one step. */
export interface LoggedPhase {
  readonly phase: Phase;
  /** Without dates; `name: value` is a pair. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** The lines of AWS's execution log begin so (guide: "Set up CloudWatch logging for REST APIs"; telemetry E.3). */
const PHASES: readonly (readonly [start: RegExp, phase: Phase])[] = [
  [
    /^(Starting authorizer|Authorizer |Using valid authorizer|Retrieved cached|Creating valid authorizer)/,
    'authorizer',
  ],
  [/^(Starting execution|HTTP Method:|Method request|Verifying Usage Plan|Usage Plan check|API Key)/, 'method-request'],
  [/^(Endpoint request|Sending request to)/, 'integration-request'],
  [/^(Received response|Endpoint response|AWS Integration Endpoint)/, 'integration-response'],
  [/^(Method response|Successfully completed|Method completed)/, 'method-response'],
];
const DATED = /^\w{3} \w{3} \d\d \d\d:\d\d:\d\d \w+ \d{4} : /;

/** Reads a test's log as steps, each with what it saw; lines of no known step are why the request failed. */
export function phasesOf(log: string): readonly LoggedPhase[] {
  const phases: { readonly phase: Phase; readonly facts: [string, string][] }[] = [];
  for (const line of entriesOf(log)) {
    const last = phases.at(-1);
    const phase = phaseOf(line, last?.phase);
    if (last?.phase === phase) last.facts.push(pairOf(line));
    else phases.push({ phase, facts: [pairOf(line)] });
  }
  return phases;
}

/** An entry goes on over the lines that have no date: bodies have line ends of their own. */
function entriesOf(log: string): readonly string[] {
  const entries: string[] = [];
  for (const line of log.split('\n')) {
    if (DATED.test(line)) entries.push(line.replace(DATED, ''));
    else if (entries.length > 0) entries.push(`${entries.pop()}\n${line}`);
  }
  return entries.map((entry) => entry.trimEnd());
}

function phaseOf(line: string, before: Phase | undefined): Phase {
  // A call of an authorizer's function is told in the words of a call of the backend.
  if (before === 'authorizer' && /^(Sending request to|Endpoint)/.test(line)) return 'authorizer';
  return PHASES.find(([start]) => start.test(line))?.[1] ?? 'failure';
}

function pairOf(line: string): [string, string] {
  const colon = line.indexOf(': ');
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 2)];
}
