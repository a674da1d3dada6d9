import { FieldLines, FieldName, type HeaderList } from '../../http/index.ts';
import { headerText, isToken } from '../text/index.ts';
import { FieldRules } from './field-rules.ts';

/** Where headers come from that did not come over HTTP: each has its own rules on the way to the client. */
export type HeaderOrigin = 'mapped' | 'lambda-proxy';

/** `drop`: does not reach the client. `remap`: reaches it as `x-amzn-Remapped-<Name>`. `type`: `Content-Type`. */
type Rule = 'pass' | 'drop' | 'remap' | 'type';

/** Set by the gateway on every answer (fact D18). */
const OWN = ['x-amzn-requestid', 'x-amz-apigw-id'];

/**
 * Headers on their way from an integration to the client, by lower-case name (facts D31, D32). Mapped ones follow what was
 * recorded on AWS; proxied ones the guide's table ("important notes"), with `Content-Length` remapped as recorded. A
 * backend's `Content-Encoding` passes: without it the client could not read the body.
 */
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
const RULES: Readonly<Record<HeaderOrigin, FieldRules<Rule>>> = {
  mapped: rules({
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
    // `TE` by the table; the other two belong to a connection (RFC 9110 section 7.6.1).
    drop: ['keep-alive', 'proxy-connection', 'te', 'transfer-encoding', ...OWN, 'x-amzn-trace-id'],
  }),
  'lambda-proxy': rules({ remap: PROXIED_REMAP, drop: [...PROXIED_DROP, ...OWN, 'x-amzn-trace-id'] }),
};
const HTTP_PROXY_RULES = rules({
  remap: [...PROXIED_REMAP, 'x-amzn-requestid'],
  drop: [...PROXIED_DROP, 'x-amz-apigw-id'],
});

function rules(lists: { remap: readonly string[]; drop: readonly string[] }): FieldRules<Rule> {
  return new FieldRules<Rule>(
    [
      ['content-type', 'type'],
      ...lists.remap.map((name): [string, Rule] => [name, 'remap']),
      ...lists.drop.map((name): [string, Rule] => [name, 'drop']),
    ],
    'pass',
    (name, rule) => (rule === 'remap' ? `x-amzn-Remapped-${name}` : name),
  );
}

const CONTENT_TYPE = new FieldName('Content-Type');

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
    if (!isToken(name)) continue;
    const field = table.of(name);
    if (field.rule === 'drop') continue;
    const value = headerText(headers[i + 1] as string);
    if (value === undefined) continue;
    if (field.rule === 'type') typed = true;
    kept.push(field.name.text, value);
  }
  if (!typed) kept.push('Content-Type', 'application/json');
  return kept;
}

/** The same for headers that an HTTP_PROXY backend sent: what was in a message can stand in one. */
export function proxiedHeaders(headers: HeaderList): FieldLines {
  const kept = new FieldLines();
  let typed = false;
  for (let i = 0; i < headers.length; i += 2) {
    const { rule, name } = HTTP_PROXY_RULES.of(headers[i] as string);
    if (rule === 'drop') continue;
    if (rule === 'type') typed = true;
    kept.pass(name, headers[i + 1] as string);
  }
  if (!typed) kept.pass(CONTENT_TYPE, 'application/json');
  return kept;
}
