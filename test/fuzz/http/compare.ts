import { METHODS } from 'node:http';
import { readWithEngine } from './engine-reading.ts';
import type { ReadRequest } from './message.ts';
import { readWithNode } from './node-reading.ts';
import { readResponseWithEngine, readResponseWithNode } from './response-reading.ts';

const NEXT: ReadRequest = { method: 'GET', target: '/next', headers: ['Host', 'next'], body: '' };
const NEXT_BYTES = Buffer.from('GET /next HTTP/1.1\r\nHost: next\r\n\r\n');

/**
 * The rule of the engine: every request that it takes, Node takes too, with the same method, target, fields and body, and
 * ends it at the same byte.
 * @returns what breaks the rule; undefined when nothing does
 */
export async function disagreement(stream: Buffer, pieces: readonly number[]): Promise<string | undefined> {
  const { requests } = readWithEngine(stream, pieces);
  if (JSON.stringify(requests) !== JSON.stringify(readWithEngine(stream, []).requests)) {
    return 'In pieces the engine reads something else than at once.';
  }
  const last = requests.at(-1);
  if (last === undefined) return undefined;
  // Request by request, and a plain one behind: where Node saw another end, it would see another request.
  const messages = requests.map((request, place) =>
    withKnownMethod(stream.subarray(requests[place - 1]?.end ?? 0, request.end), request.method),
  );
  const expected: ReadRequest[] = requests.map((request) => ({ ...request, method: knownMethod(request.method) }));
  if (last.keepAlive) {
    messages.push(NEXT_BYTES);
    expected.push(NEXT);
  }
  const theirs = await readWithNode(messages);
  for (const [place, request] of expected.entries()) {
    const other = theirs.requests[place];
    if (other === undefined) return `Request ${place}: Node refuses it (${theirs.refusal ?? 'waits for more'}).`;
    const difference = differing(request, other);
    if (difference !== undefined) return `Request ${place}: ${difference}`;
  }
  return theirs.requests.length > expected.length ? 'Node sees more requests.' : undefined;
}

/** Any token is a method (RFC 9110 section 9.1); Node has a list, and frames what is on it all alike but for CONNECT. */
function knownMethod(method: string): string {
  return METHODS.includes(method) ? method : 'POST';
}

function withKnownMethod(message: Buffer, method: string): Buffer {
  if (METHODS.includes(method)) return message;
  return Buffer.from(message.toString('latin1').replace(method, 'POST'), 'latin1');
}

function differing(ours: ReadRequest, theirs: ReadRequest): string | undefined {
  if (ours.method !== theirs.method) return `method ${ours.method}, Node ${theirs.method}`;
  if (ours.body !== theirs.body) return `body ${JSON.stringify(ours.body)}, Node ${JSON.stringify(theirs.body)}`;
  // An absolute target's authority replaces Host in the engine (RFC 9112 section 3.2.2), and not in Node.
  if (/^https?:/i.test(theirs.target)) return undefined;
  if (ours.target !== theirs.target) return `target ${ours.target}, Node ${theirs.target}`;
  const [our, their] = [ours.headers.join('\n'), theirs.headers.join('\n')];
  return our === their ? undefined : `fields ${JSON.stringify(our)}, Node ${JSON.stringify(their)}`;
}

const ANSWERED = ['GET', 'HEAD', 'POST'] as const;

/** The same rule for answers: every one that the engine takes, Node takes too, with the same status, fields and body. */
export async function responseDisagreement(stream: Buffer, pieces: readonly number[]): Promise<string | undefined> {
  for (const method of ANSWERED) {
    const ours = readResponseWithEngine(stream, method, pieces);
    if (JSON.stringify(ours) !== JSON.stringify(readResponseWithEngine(stream, method, []))) {
      return 'In pieces the engine reads something else than at once.';
    }
    if (ours === undefined) continue;
    const theirs = await readResponseWithNode(stream, method);
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      return `To ${method}: ${JSON.stringify(ours)}, Node ${JSON.stringify(theirs)}`;
    }
  }
  return undefined;
}
