import { Compile, parse } from 'velocityjs';
import { type JsonValue, parseJson } from '../src/json/index.ts';
import { compileMappingTemplate, compileTemplate, type HostObject } from '../src/vtl/index.ts';
import { GUIDE_EXAMPLES } from '../src/vtl/testing/guide-examples.ts';
import { median, spread } from './support/statistics.ts';
import { publish } from './support/table.ts';

const ROUNDS = 15;
const ROUND_MS = 40;

/** A way to render one template with one payload again and again. */
interface Subject {
  readonly ours: () => string;
  readonly peer: () => string;
}

interface Measured {
  /** Microseconds of CPU time a rendering, one value a round. */
  readonly ours: number[];
  readonly peer: number[];
}

/** Renders the guide's example templates, compiled once, beside velocityjs in the same interleaved rounds. */
export default async function vtl(): Promise<void> {
  const rows: string[][] = [];
  const ratios: number[] = [];
  for (const { name, payload, mappings } of GUIDE_EXAMPLES) {
    for (const [index, { template, result }] of mappings.entries()) {
      const body = JSON.stringify(payload);
      const title = `${name}, mapping ${index + 1}`;
      for (const [what, subject] of [
        ['rendering', rendering(template, body)],
        ['payload to text', whole(template, body)],
      ] as const) {
        check(title, subject, result);
        const measured = measure(subject);
        const ratio = median(measured.peer) / median(measured.ours);
        if (what === 'rendering') ratios.push(ratio);
        rows.push([title, what, spread(measured.ours, 'us'), spread(measured.peer, 'us'), `${ratio.toFixed(1)}x`]);
      }
    }
  }
  await publish('vtl', {
    title: 'Mapping templates: one rendering',
    head: ['template of the guide', 'what', 'Sallyport', 'velocityjs', 'faster by'],
    rows,
    notes: [
      `CPU time: median (least to most) of ${ROUNDS} interleaved rounds of ${ROUND_MS} ms; templates are parsed and compiled once for both.`,
      '"rendering": the payload is read already. "payload to text": its JSON is read, too (velocityjs: by JSON.parse).',
      `Rendering alone: at least ${Math.min(...ratios).toFixed(1)}x, in the middle ${median(ratios).toFixed(1)}x faster.`,
    ],
  });
}

function rendering(source: string, body: string): Subject {
  const template = compileTemplate(source);
  const input = documentInput(parseJson(body));
  const tree = parse(source);
  const document = JSON.parse(body);
  const plain = { input: { path: () => document } };
  return {
    ours: () => template.render({ input }),
    peer: () => new Compile(tree).render(plain),
  };
}

function whole(source: string, body: string): Subject {
  const template = compileMappingTemplate(source);
  const none = new Map<string, string>();
  const input = { body, params: { path: none, querystring: none, header: none } };
  const tree = parse(source);
  return {
    ours: () => template.render({ input, context: null, stageVariables: null }),
    peer: () => new Compile(tree).render({ input: { path: () => JSON.parse(body) } }),
  };
}

/** An `$input` over a payload that has been read. */
function documentInput(document: JsonValue): HostObject {
  return { get: () => undefined, call: () => document, text: () => '' };
}

/** Both must give what the guide says before it counts how fast they are. */
function check(title: string, { ours, peer }: Subject, result: unknown): void {
  for (const [who, render] of [['Sallyport', ours] as const, ['velocityjs', peer] as const]) {
    const text = render();
    if (JSON.stringify(sorted(JSON.parse(text))) !== JSON.stringify(sorted(result))) {
      throw new Error(`${who} does not render ${title} as the guide does: ${text}`);
    }
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
}

function measure({ ours, peer }: Subject): Measured {
  const measured: Measured = { ours: [], peer: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const oursUs = oneRound(ours);
    const peerUs = oneRound(peer);
    // The first round warms both up.
    if (round === 0) continue;
    measured.ours.push(oursUs);
    measured.peer.push(peerUs);
  }
  return measured;
}

/** Microseconds of CPU time a call, over one round. */
function oneRound(render: () => string): number {
  const started = performance.now();
  const before = process.cpuUsage();
  let count = 0;
  let length = 0;
  do {
    for (let call = 0; call < 50; call += 1) length += render().length;
    count += 50;
  } while (performance.now() - started < ROUND_MS);
  if (length === 0) throw new Error('Nothing was rendered.');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}
