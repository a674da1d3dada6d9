import type { Talk } from './talk.ts';

/** How a client behaves on a connection of its own. */
export interface ClientKind {
  /** How often it comes, beside the others. */
  readonly share: number;
  /** The backend that it always asks for; any unless it says so. */
  readonly backend?: string;
  /** @param target what it asks for; resolves when it has done its part: the connection must then be closed by somebody */
  act(talk: Talk, target: string): Promise<void> | void;
  /** What it must have been answered; anything, or nothing, unless it says so. */
  readonly answer?: RegExp;
  /** The same when the backend is a good one: the bad ones beside it must cost nobody else his answer. */
  readonly served?: RegExp;
}

const get = (target: string, ...lines: string[]): string =>
  [`GET ${target} HTTP/1.1`, 'Host: h', ...lines, '', ''].join('\r\n');
const post = (target: string, ...lines: string[]): string =>
  [`POST ${target} HTTP/1.1`, 'Host: h', ...lines, '', ''].join('\r\n');
const LAST = 'Connection: close';
const LONG = 'Content-Length: 50000';

/** Slow, silent, half-closed, resetting and lying clients, and well-behaved ones among them. */
export const CLIENTS: Readonly<Record<string, ClientKind>> = {
  'asks three times, then closes': {
    share: 20,
    act: (talk, target) => talk.say(get(target) + get(target) + get(target, LAST)),
    answer: /^(HTTP\/1.1 [25]\d\d [\s\S]*){3}$/,
    served: /^(HTTP\/1.1 200 OK\r\n[\s\S]*?\r\n\r\nok){3}$/,
  },
  'asks for heads': {
    share: 4,
    act: (talk, target) => talk.say(get(target).replace('GET', 'HEAD') + get(target, LAST).replace('GET', 'HEAD')),
    answer: /^(HTTP\/1.1 [25]\d\d [\s\S]*){2}$/,
  },
  'sends a body': {
    share: 8,
    act: (talk, target) => talk.say(`${post(target, LAST, 'Content-Length: 5')}hello`),
    answer: /^HTTP\/1.1 [25]\d\d /,
  },
  'sends a body in chunks': {
    share: 8,
    act: (talk, target) => talk.say(`${post(target, LAST, 'Transfer-Encoding: chunked')}5\r\nhello\r\n0\r\n\r\n`),
    answer: /^HTTP\/1.1 [25]\d\d /,
  },
  'says nothing': { share: 2, act: () => undefined, answer: /^$/ },
  'says nothing after its first request': { share: 2, act: (talk, target) => talk.say(get(target)) },
  'drips its head': {
    share: 4,
    act(talk, target) {
      talk.say(`${get(target).slice(0, -2)}X-A: `);
      return talk.drip('a', 20);
    },
    answer: /^HTTP\/1.1 408 /,
  },
  'drips its body': {
    share: 4,
    act(talk, target) {
      talk.say(post(target, LONG));
      return talk.drip('x', 20);
    },
    answer: /^HTTP\/1.1 408 /,
  },
  'stops in its body': {
    share: 4,
    act: (talk, target) => talk.say(`${post(target, LONG)}x`),
    answer: /^HTTP\/1.1 408 /,
  },
  'closes its half after its request': {
    share: 6,
    async act(talk, target) {
      talk.socket.allowHalfOpen = true;
      talk.socket.on('end', () => talk.socket.end());
      talk.socket.end(get(target));
    },
  },
  'closes its half in its head': { share: 4, act: (talk, target) => void talk.socket.end(get(target).slice(0, -4)) },
  'closes its half in its body': {
    share: 4,
    act: (talk, target) => void talk.socket.end(`${post(target, LONG)}x`),
    answer: /^(HTTP\/1.1 400 |$)/,
  },
  'closes without a word': {
    share: 4,
    async act(talk) {
      await talk.connected();
      talk.socket.destroy();
    },
  },
  'resets without a word': { share: 4, act: (talk) => resetAfter(talk, '') },
  'resets in its head': { share: 4, act: (talk, target) => resetAfter(talk, get(target).slice(0, 20)) },
  'resets after its request': { share: 6, act: (talk, target) => resetAfter(talk, get(target)) },
  'resets in its body': { share: 4, act: (talk, target) => resetAfter(talk, `${post(target, LONG)}x`) },
  'resets in the answer': {
    share: 4,
    async act(talk, target) {
      talk.say(get(target));
      await talk.until('HTTP/1.1');
      talk.socket.resetAndDestroy();
    },
  },
  'leaves while a large answer comes': {
    share: 1,
    backend: 'large',
    async act(talk, target) {
      talk.say(get(target));
      await talk.until('HTTP/1.1');
      talk.socket.destroy();
    },
  },
  'does not read its answer': {
    share: 1,
    backend: 'large',
    act(talk, target) {
      talk.deaf = true;
      talk.say(get(target));
      talk.socket.pause();
      // What has come by then is read and dropped: only so does a paused socket learn that it is closed.
      setTimeout(() => talk.socket.resume(), 1_000);
    },
  },
  'says two lengths': {
    share: 3,
    act: (talk, target) => talk.say(`${post(target, 'Content-Length: 5', 'Content-Length: 6')}hello`),
    answer: /^HTTP\/1.1 400 /,
  },
  'says two framings': {
    share: 3,
    act: (talk, target) => talk.say(`${post(target, 'Content-Length: 5', 'Transfer-Encoding: chunked')}0\r\n\r\n`),
    answer: /^HTTP\/1.1 400 /,
  },
  'breaks its chunks': {
    share: 3,
    act: (talk, target) => talk.say(`${post(target, 'Transfer-Encoding: chunked')}5\r\nhelloXX`),
    answer: /^HTTP\/1.1 (400|[245]\d\d) /,
  },
  'sends more than it declared': {
    share: 3,
    act: (talk, target) => talk.say(`${post(target, 'Content-Length: 5')}hello, and more\r\n\r\n`),
    answer: /HTTP\/1.1 400 /,
  },
  'speaks something else': {
    share: 3,
    act: (talk) => talk.say('\x16\x03\x01\x02\x00\x01\x00'),
    answer: /^HTTP\/1.1 400 /,
  },
};

async function resetAfter(talk: Talk, words: string): Promise<void> {
  await talk.connected();
  if (words !== '') talk.say(words);
  // In a turn of its own, so that the words leave before.
  await new Promise((resolve) => setImmediate(resolve));
  talk.socket.resetAndDestroy();
}
