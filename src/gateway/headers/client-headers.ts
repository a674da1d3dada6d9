import type { HeaderList } from '../../http/index.ts';
import { headerText } from '../text/index.ts';

/** Where a response's headers come from: each has its own rules on the way to the client. */
export type HeaderOrigin = 'mapped' | 'http-proxy' | 'lambda-proxy';

/** `drop`: does not reach the client. `remap`: reaches it as `x-amzn-Remapped-<Name>`. */
type Rule = 'drop' | 'remap';

/** Set by the gateway on every answer (fact D18). */
const OWN = ['x-amzn-requestid', 'x-amz-apigw-id'];

/**
 * Headers on their way from an integration to the client, by lower-case name (facts D31, D32). Mapped ones follow what was
 * recorded on AWS; proxied ones the guide's table ("important notes"), with `Content-Length` remapped as recorded. A
 * backend's `Content-Encoding` passes: without it the client could not read the body.
 */
const MAPPED = rules({
  remap: [
    'authorization',
    'connection',
    'content-length',
    'content-md5',
    'date',
    'expect',
    'host',
    'max-forwards',
    'proxy-authenticate',
    'server',
    'trailer',
    'upgrade',
    'user-agent',
    'www-authenticate',
  ],
  drop: ['transfer-encoding', ...OWN, 'x-amzn-trace-id'],
});
const PROXIED_REMAP = [
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'max-forwards',
  'server',
  'user-agent',
  'www-authenticate',
];
const PROXIED_DROP = [
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
];
const RULES: Readonly<Record<HeaderOrigin, ReadonlyMap<string, Rule>>> = {
  mapped: MAPPED,
  'http-proxy': rules({
    remap: [...PROXIED_REMAP, 'x-amzn-requestid'],
    drop: [...PROXIED_DROP, 'x-amz-apigw-id'],
  }),
  'lambda-proxy': rules({ remap: PROXIED_REMAP, drop: [...PROXIED_DROP, ...OWN, 'x-amzn-trace-id'] }),
};

function rules(lists: { remap: readonly string[]; drop: readonly string[] }): ReadonlyMap<string, Rule> {
  return new Map<string, Rule>([
    ...lists.remap.map((name): [string, Rule] => [name, 'remap']),
    ...lists.drop.map((name): [string, Rule] => [name, 'drop']),
  ]);
}

/** A header's name: a token (RFC 9110 section 5.1). */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/**
 * The headers that reach the client: passed, dropped or remapped by their origin, with the default `Content-Type:
 * application/json` (fact D35). What cannot stand in a header field is left out.
 */
export function clientHeaders(headers: HeaderList, origin: HeaderOrigin): string[] {
  const table = RULES[origin];
  const kept: string[] = [];
  let typed = false;
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i] as string;
    const lower = name.toLowerCase();
    const rule = table.get(lower);
    if (rule === 'drop' || !TOKEN.test(name)) continue;
    // What HTTP backends send was bytes on the wire already.
    const value = origin === 'http-proxy' ? headers[i + 1] : headerText(headers[i + 1] as string);
    if (value === undefined) continue;
    if (lower === 'content-type') typed = true;
    kept.push(rule === 'remap' ? `x-amzn-Remapped-${name}` : name, value);
  }
  if (!typed) kept.push('Content-Type', 'application/json');
  return kept;
}
