/** One way to let two recipients see different requests in the same bytes. */
export interface Attack {
  readonly name: string;
  readonly stream: string;
  /** What the engine makes of it: the targets of the requests that it takes, and whether it refuses what follows. */
  readonly taken: readonly string[];
  readonly refused: boolean;
}

const HIDDEN = 'GET /hidden HTTP/1.1\r\nHost: h\r\n\r\n';
const CHUNKED_HIDDEN = `0\r\n\r\n${HIDDEN}`;

/** A POST whose framing fields are these lines. */
function post(lines: readonly string[], body: string): string {
  return `POST /first HTTP/1.1\r\nHost: h\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n${body}`;
}

function refused(name: string, stream: string): Attack {
  return { name, stream, taken: [], refused: true };
}

function chunkedBody(name: string, body: string): Attack {
  return refused(name, post(['Transfer-Encoding: chunked'], `${body}${HIDDEN}`));
}

function coding(name: string, ...lines: readonly string[]): Attack {
  return refused(name, post(['Content-Length: 4', ...lines], CHUNKED_HIDDEN));
}

function onlyCoding(name: string, ...lines: readonly string[]): Attack {
  return refused(name, post(lines, CHUNKED_HIDDEN));
}

/**
 * Request smuggling by its known families: which of two framings counts (CL.TE, TE.CL), one coding hidden from one
 * recipient (TE.TE), bodies where none is expected (CL.0, 0.CL), chunk lines and line ends that are read differently.
 */
export const ATTACKS: readonly Attack[] = [
  refused('CL.TE', post(['Content-Length: 6', 'Transfer-Encoding: chunked'], '0\r\n\r\nG')),
  refused('TE.CL', post(['Transfer-Encoding: chunked', 'Content-Length: 4'], `5c\r\n${HIDDEN}\r\n0\r\n\r\n`)),
  refused('CL.TE with a length of zero', post(['Content-Length: 0', 'Transfer-Encoding: chunked'], CHUNKED_HIDDEN)),
  refused('CL.CL', post(['Content-Length: 0', `Content-Length: ${HIDDEN.length}`], HIDDEN)),
  refused('CL.CL in one field', post([`Content-Length: 0, ${HIDDEN.length}`], HIDDEN)),
  refused('CL with a sign', post([`Content-Length: +${HIDDEN.length}`], HIDDEN)),
  refused('CL with a minus', post(['Content-Length: -1'], HIDDEN)),
  refused('CL in hexadecimal', post(['Content-Length: 0x1f'], HIDDEN)),
  refused('CL with an underscore', post(['Content-Length: 1_0'], HIDDEN)),
  refused('CL with a space in it', post(['Content-Length: 1 0'], HIDDEN)),
  refused('CL with a line break in it', post(['Content-Length: \r\n 10'], HIDDEN)),
  refused('CL behind a space', post([' Content-Length: 10'], HIDDEN)),
  refused('CL before a space', post(['Content-Length : 10'], HIDDEN)),
  refused('CL before a tab', post(['Content-Length\t: 10'], HIDDEN)),
  refused('CL with NUL', post(['Content-Length\0: 10'], HIDDEN)),
  refused('CL with a vertical tab', post(['Content-Length: \x0b10'], HIDDEN)),
  refused('CL with a decimal point', post(['Content-Length: 10.0'], HIDDEN)),
  refused('CL that overflows 64 bits', post(['Content-Length: 18446744073709551617'], HIDDEN)),
  coding('TE.TE: a second one unknown', 'Transfer-Encoding: chunked', 'Transfer-Encoding: cow'),
  coding('TE with a space before the colon', 'Transfer-Encoding : chunked'),
  coding('TE with a tab before the colon', 'Transfer-Encoding\t: chunked'),
  coding('TE with a vertical tab', 'Transfer-Encoding:\x0bchunked'),
  coding('TE with a form feed', 'Transfer-Encoding: \x0cchunked'),
  coding('TE with NUL', 'Transfer-Encoding: \0chunked'),
  coding('TE folded', 'Transfer-Encoding:', ' chunked'),
  coding('TE folded with a tab', 'Transfer-Encoding:\r\n\tchunked'),
  coding('TE behind a bare LF', 'X: y\nTransfer-Encoding: chunked'),
  coding('TE behind a bare CR', 'X: y\rTransfer-Encoding: chunked'),
  coding('TE behind NUL', 'X: y\0Transfer-Encoding: chunked'),
  coding('TE behind a space', ' Transfer-Encoding: chunked'),
  onlyCoding('TE with a prefix', 'Transfer-Encoding: xchunked'),
  onlyCoding('TE quoted', 'Transfer-Encoding: "chunked"'),
  onlyCoding('TE with a parameter', 'Transfer-Encoding: chunked;q=1'),
  onlyCoding('TE with an empty element', 'Transfer-Encoding: , chunked'),
  onlyCoding('TE with identity', 'Transfer-Encoding: identity, chunked'),
  onlyCoding('TE not last', 'Transfer-Encoding: chunked, identity'),
  onlyCoding('TE twice', 'Transfer-Encoding: chunked', 'transfer-encoding: chunked'),
  onlyCoding('TE with a tab behind', 'Transfer-Encoding: chunked\t'),
  onlyCoding('TE with a byte above 0x7f', 'Transfer-Encoding: chunked\xa0'),
  refused('TE in HTTP/1.0', `POST /first HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n${CHUNKED_HIDDEN}`),
  chunkedBody('chunk size with a prefix', '0x0\r\n\r\n'),
  chunkedBody('chunk size with a sign', '+0\r\n\r\n'),
  chunkedBody('chunk size that overflows 64 bits', '10000000000000000\r\n\r\n'),
  chunkedBody('chunk size with a space', '0 \r\n\r\n'),
  chunkedBody('chunk size with an underscore', '0_0\r\n\r\n'),
  chunkedBody('chunk size empty', '\r\n\r\n'),
  chunkedBody('chunk line that ends with LF', '0\n\r\n'),
  chunkedBody('chunk line that ends with CR', '0\r\r\n'),
  chunkedBody('chunk extension that ends with LF (TERM.EXT)', '2;\nxx\r\n0\r\n\r\n'),
  chunkedBody('chunk extension with a bare CR', '2;a\rb\r\nxx\r\n0\r\n\r\n'),
  chunkedBody('chunk extension with NUL', '2;a\0\r\nxx\r\n0\r\n\r\n'),
  chunkedBody('chunk extension with a quoted line break', '2;a="\r\n0\r\n\r\n"\r\nxx\r\n0\r\n\r\n'),
  chunkedBody('chunk data that ends with LF', '2\r\nxx\n0\r\n\r\n'),
  chunkedBody('chunk data that ends with two other bytes (TERM.SPILL)', '2\r\nxxAB0\r\n\r\n'),
  chunkedBody('chunk data longer than said', '2\r\nxxx\r\n0\r\n\r\n'),
  chunkedBody('last chunk that ends with LF', '0\r\n\n'),
  chunkedBody('trailers with a length', `0\r\nContent-Length: ${HIDDEN.length}\r\n\r\n`),
  chunkedBody('trailers with a coding', '0\r\nTransfer-Encoding: chunked\r\n\r\n'),
  chunkedBody('trailers folded', '0\r\nX: y\r\n z\r\n\r\n'),
  refused('request line with a bare CR', `GET /first HTTP/1.1\rHost: h\r\n\r\n${HIDDEN}`),
  refused('request line that ends with LF', `GET /first HTTP/1.1\nHost: h\n\n${HIDDEN}`),
  refused('request line with a line break in it', `GET /first\r\n HTTP/1.1\r\nHost: h\r\n\r\n${HIDDEN}`),
  refused('HTTP/0.9', `GET /first\r\n\r\n${HIDDEN}`),
  refused('two Hosts', 'GET /first HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n'),
  refused('a Host that is folded away', 'GET /first HTTP/1.1\r\nX: y\r\n Host: a\r\n\r\n'),
  refused('HTTP/2 preface', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  {
    name: 'CL.0: a body on a GET',
    stream: `GET /first HTTP/1.1\r\nHost: h\r\nContent-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`,
    taken: ['/first'],
    refused: false,
  },
  {
    name: 'a chunked body on a GET',
    stream: `GET /first HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n1f\r\n${HIDDEN.slice(0, 31)}\r\n0\r\n\r\n`,
    taken: ['/first'],
    refused: false,
  },
  {
    name: '0.CL: no framing at all',
    stream: `POST /first HTTP/1.1\r\nHost: h\r\n\r\n${HIDDEN}`,
    taken: ['/first', '/hidden'],
    refused: false,
  },
  {
    name: 'CL before the whole request is pipelined',
    stream: post([`Content-Length: ${HIDDEN.length}`], `${HIDDEN}${HIDDEN}`),
    taken: ['/first', '/hidden'],
    refused: false,
  },
  {
    name: 'upper-case coding',
    stream: post(['TRANSFER-ENCODING: CHUNKED'], CHUNKED_HIDDEN),
    taken: ['/first', '/hidden'],
    refused: false,
  },
  {
    name: 'a coding in the name of another field',
    stream: post(['X-Transfer-Encoding: chunked', `Content-Length: ${HIDDEN.length}`], HIDDEN),
    taken: ['/first'],
    refused: false,
  },
  {
    name: 'chunk size with leading zeros',
    stream: post(['Transfer-Encoding: chunked'], `0002\r\nxx\r\n0000\r\n\r\n${HIDDEN}`),
    taken: ['/first', '/hidden'],
    refused: false,
  },
  {
    name: 'chunk extensions',
    stream: post(['Transfer-Encoding: chunked'], `2;a;b=c;d="e;f"\r\nxx\r\n0;g\r\n\r\n${HIDDEN}`),
    taken: ['/first', '/hidden'],
    refused: false,
  },
  {
    name: 'an expectation',
    stream: post(['Expect: 100-continue', `Content-Length: ${HIDDEN.length}`], HIDDEN),
    taken: ['/first'],
    refused: false,
  },
];
