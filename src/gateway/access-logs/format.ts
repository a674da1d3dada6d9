/** The line of a request. */
export type LogFormat<Context> = (context: Context) => string;

/** Finds what reads a variable, by its name without `$context.`; undefined for a name that is not known. */
export type FindVariable<Context> = (name: string) => ((context: Context) => string | undefined) | undefined;

/** What stands for a value that is not there (telemetry E.2). */
const ABSENT = '-';
/** Names of headers may have dashes in them, those of variables have none. */
const VARIABLE = /\$context\.(re(?:quest|sponse)Override\.header\.[\w-]+|[A-Za-z]\w*(?:\.\w+)*)/g;
/** What JSON spells otherwise (RFC 8259 section 7), and halves of characters, which it cannot hold; pairs of them are looked at in vain. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const SPECIAL_IN_JSON = /["\\\x00-\x1f\ud800-\udfff]/;
/** Is in quotes already. */
const QUOTED = 'error.messageString';
/** Made here of digits, letters, dashes, dots, colons and the like, which no format spells otherwise. */
const PLAIN: ReadonlySet<string> = new Set([
  ...['accountId', 'apiId', 'deploymentId', 'extendedRequestId', 'identity.sourceIp', 'integration.integrationStatus'],
  ...['integration.latency', 'integration.status', 'integrationLatency', 'integrationStatus', 'protocol', 'requestId'],
  ...['requestTime', 'requestTimeEpoch', 'resourceId', 'responseLatency', 'responseLength', 'status'],
]);

/**
 * Compiles a format: `$context.NAME` is replaced, all else stays as it is (telemetry E.2; guide page set-up-logging). Values come
 * from clients, so in a format that is JSON or XML they are escaped for it: AWS's documentation does not say whether it does.
 */
export function compileFormat<Context>(format: string, find: FindVariable<Context>): LogFormat<Context> {
  const escaped = escapeFor(format);
  /** What stands before each value, and behind the last. */
  const texts: string[] = [''];
  const values: LogFormat<Context>[] = [];
  const addText = (text: string): void => {
    texts[values.length] += text;
  };
  let from = 0;
  for (const match of format.matchAll(VARIABLE)) {
    addText(format.slice(from, match.index));
    const [known, rest] = split(match[1] as string, find);
    if (known === undefined) addText(ABSENT);
    else {
      values.push(readerText(known, escaped, find));
      texts.push('');
    }
    addText(rest);
    from = match.index + match[0].length;
  }
  addText(format.slice(from));
  return (context) => {
    let line = texts[0] as string;
    for (let n = 0; n < values.length; n++) {
      line += (values[n] as LogFormat<Context>)(context) + (texts[n + 1] as string);
    }
    return line;
  };
}

/** The longest beginning of a name that is a variable: behind `$context.status.` a sentence may go on. */
function split(name: string, find: FindVariable<never>): readonly [known: string | undefined, rest: string] {
  for (let end = name.length; end > 0; end = name.lastIndexOf('.', end - 1)) {
    if (find(name.slice(0, end)) !== undefined) return [name.slice(0, end), name.slice(end)];
  }
  return [undefined, ''];
}

function readerText<Context>(
  name: string,
  escaped: (text: string) => string,
  find: FindVariable<Context>,
): LogFormat<Context> {
  const read = find(name);
  if (read === undefined) return () => ABSENT;
  if (name === QUOTED) return (context) => read(context) ?? ABSENT;
  if (PLAIN.has(name)) return (context) => read(context) || ABSENT;
  // Requests are alike: most have what the one before them had.
  let last = '';
  let lastText = ABSENT;
  return (context) => {
    const value = read(context) ?? '';
    if (value === last) return lastText;
    lastText = value === '' ? ABSENT : escaped(value);
    last = value;
    return lastText;
  };
}

function escapeFor(format: string): (text: string) => string {
  const first = format.trimStart()[0];
  // To look costs less than to rewrite, and what clients send is nearly always plain.
  if (first === '{' || first === '[')
    return (text) => (SPECIAL_IN_JSON.test(text) ? JSON.stringify(text).slice(1, -1) : text);
  if (first === '<') return (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
  // A line is a line, whatever a client sends.
  return (text) => text.replace(/[\r\n]/g, ' ');
}
