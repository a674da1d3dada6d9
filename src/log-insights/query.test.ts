import { describe, expect, it } from 'vitest';
import { compileQuery, type QueryEvent, QueryLimitError, QueryNotSupportedError, QuerySyntaxError } from './index.ts';

const HOUR = Date.UTC(2022, 0, 14, 13);
const TIMES = { nowMs: HOUR + 3_600_000, startMs: HOUR, endMs: HOUR + 3_600_000 };

/** Rows of a query over messages that come a minute after each other, without `@ptr`; newest first unless the query says else. */
function rowsOf(query: string, messages: readonly string[], log = '000000000000:app', minutes = 1) {
  const compiled = compileQuery(query);
  const run = compiled.run(TIMES);
  const events = messages.map((message, i): QueryEvent => {
    const timestampMs = HOUR + i * 60_000 * minutes;
    return { timestampMs, ingestedMs: timestampMs + 500, message, stream: `s${i % 2}`, log, pointer: `p${i}` };
  });
  const ordered = compiled.eventOrder === 'newestFirst' ? events.toReversed() : events;
  for (const event of ordered) if (!run.add(event)) break;
  const rows = run.finish().map((row) => Object.fromEntries(row.map(({ field, value }) => [field, value])));
  return rows.map(({ '@ptr': _, ...row }) => row);
}

function column(query: string, field: string, messages: readonly string[], log?: string) {
  return rowsOf(query, messages, log).map((row) => row[field]);
}

/** What an expression gives on one event. */
function resultOf(expression: string, message = '{}') {
  return rowsOf(`fields ${expression} as x`, [message])[0]?.x;
}

const SERVERS = [
  '{"server":"a","severity":"ERROR","range":1000,"status":500}',
  '{"server":"b","severity":"INFO","range":4000,"status":200}',
  '{"server":"a","severity":"INFO","range":5000,"status":"404"}',
  '{"severity":"INFO","range":6000}',
  '{"severity":"INFO","range":7000}',
];

// Texts of queries and what they do: CloudWatch Logs user guide, pages CWL_QuerySyntax-*.
describe('fields, display and filter', () => {
  it('shows system fields, and the time as text', () => {
    expect(rowsOf('fields @timestamp, @ingestionTime, @logStream, @log, @message', ['hello'])).toEqual([
      {
        '@timestamp': '2022-01-14 13:00:00.000',
        '@ingestionTime': '2022-01-14 13:00:00.500',
        '@logStream': 's0',
        '@log': '000000000000:app',
        '@message': 'hello',
      },
    ]);
  });

  it('shows the time and the message when no fields are asked for, newest first, and a pointer to each event', () => {
    const run = compileQuery('limit 1').run(TIMES);
    run.add({ timestampMs: HOUR, ingestedMs: HOUR, message: 'm', stream: 's', log: 'l', pointer: 'p' });
    expect(run.finish()).toEqual([
      [
        { field: '@timestamp', value: '2022-01-14 13:00:00.000' },
        { field: '@message', value: 'm' },
        { field: '@ptr', value: 'p' },
      ],
    ]);
    expect(column('filter @message like "m"', '@message', ['m1', 'n', 'm2'])).toEqual(['m2', 'm1']);
  });

  it.each([
    ['fields @timestamp, @message | filter (range>3000) | sort @timestamp desc | limit 20', [4, 3, 2, 1]],
    ['fields @message | filter (range>3000 and status=404)', [2]],
    ['fields @message | filter status >= 400 and status <= 499', [2]],
    ['fields @message | filter server in ["b", "c"]', [1]],
    ['fields @message | filter server not in ["b"] and ispresent(server)', [2, 0]],
    ['fields @message | filter severity like "ERR"', [0]],
    ['fields @message | filter severity like /(?i)err/', [0]],
    ['fields @message | filter severity =~ /^E.*R$/', [0]],
    ['fields @message | filter severity not like /ERR/ and not range > 4000', [1]],
    ['fields @message | filter severity = "ERROR" or range = 7000', [4, 0]],
    ['fields @message # | filter severity = "ERROR"\n| filterIndex server = "b"', [1]],
    ['FIELDS @message | FILTER server = "a" | SORT range ASC | LIMIT 1', [0]],
  ])('%s', (query, expected) => {
    expect(column(query, '@message', SERVERS)).toEqual(expected.map((i) => SERVERS[i]));
  });

  it.each([
    ['/b.c/', 'abxc', true],
    ['/ab*c/', 'ac', true],
    ['/ab+c/', 'abbc', true],
    ['/^ab.*yz$/', 'ab yz', true],
    ['/^ab.*yz$/', 'yz ab', false],
    ['/x|bc/', 'abc', true],
    ['/b?c/', 'c', true],
  ])('finds %s in %j: %j', (pattern, text, isFound) => {
    expect(column(`filter @message like ${pattern}`, '@message', [text])).toEqual(isFound ? [text] : []);
  });

  it('shows what the last display names, and the fields of all commands without one', () => {
    expect(
      rowsOf('fields server | display range | display severity as s, range > 2000 as isFar', SERVERS.slice(0, 1)),
    ).toEqual([{ s: 'ERROR', isFar: '0' }]);
    expect(rowsOf('fields server, nothing | fields range/1000', SERVERS.slice(0, 1))).toEqual([
      { server: 'a', 'range/1000': '1' },
    ]);
  });

  it('reads names in backticks and nested JSON in dot notation', () => {
    const message = '{"detail-type":"x","items":[{"id":"i-1"}],"a.b":{"c":7},"ok":true,"@at":"y"}';
    const query = 'fields `detail-type`, items.0.id as id, a.b.c, ok, @@at';
    expect(rowsOf(query, [message])).toEqual([{ 'detail-type': 'x', id: 'i-1', 'a.b.c': '7', ok: '1', '@@at': 'y' }]);
  });
});

describe('parse', () => {
  const line = 'user=ann, method:GET, latency := 12';

  it('extracts by stars', () => {
    const query = `parse @message "user=*, method:*, latency := *" as @user, @method, @latency
      | stats avg(@latency) by @method, @user`;
    expect(rowsOf(query, [line, 'user=ann, method:GET, latency := 13', 'other'])).toEqual([
      {},
      { '@method': 'GET', '@user': 'ann', 'avg(@latency)': '12.5' },
    ]);
    expect(
      rowsOf("parse @message \"'fieldsA': '*', 'fieldsB': ['*']\" as fld, array | display fld, array", [
        "{'fieldsA': 'logs', 'fieldsB': ['x']}",
      ]),
    ).toEqual([{ fld: 'logs', array: 'x' }]);
  });

  it('extracts by named groups', () => {
    expect(
      rowsOf('parse @message /user=(?<user_2>.*?), method:(?<method2>\\w+)/ | display user_2, method2', [line]),
    ).toEqual([{ user_2: 'ann', method2: 'GET' }]);
    expect(rowsOf('parse @message /latency := (\\d+)/ as l | display l', [line])).toEqual([{ l: '12' }]);
  });

  it('goes on in a query', () => {
    const query = `FIELDS @message
      | PARSE @message "* [*] *" as loggingTime, loggingType, loggingMessage
      | FILTER loggingType IN ["ERROR", "INFO"]
      | DISPLAY loggingMessage, loggingType = "ERROR" as isError`;
    expect(rowsOf(query, ['12:00 [INFO] fine', '12:01 [DEBUG] no', '12:02 [ERROR] not fine'])).toEqual([
      { loggingMessage: 'not fine', isError: '1' },
      { loggingMessage: 'fine', isError: '0' },
    ]);
  });
});

describe('stats', () => {
  it('counts and sums', () => {
    const query = `stats count(*) as n, count(server), sum(range), avg(range), min(range), max(range), stddev(range),
      pct(range, 50), count_distinct(server), earliest(range), latest(range), sortsFirst(severity), sortsLast(severity)`;
    expect(rowsOf(query, SERVERS)).toEqual([
      {
        n: '5',
        'count(server)': '3',
        'sum(range)': '23000',
        'avg(range)': '4600',
        'min(range)': '1000',
        'max(range)': '7000',
        'stddev(range)': '2059.126',
        'pct(range, 50)': '5000',
        'count_distinct(server)': '2',
        'earliest(range)': '1000',
        'latest(range)': '7000',
        'sortsFirst(severity)': 'ERROR',
        'sortsLast(severity)': 'INFO',
      },
    ]);
  });

  it('groups by fields and time', () => {
    const query =
      'stats count(*) as exceptionCount by bin(2m), severity | sort exceptionCount desc, bin(2m) asc, severity';
    expect(rowsOf(query, SERVERS)).toEqual([
      { 'bin(2m)': '2022-01-14 13:02:00.000', severity: 'INFO', exceptionCount: '2' },
      { 'bin(2m)': '2022-01-14 13:00:00.000', severity: 'ERROR', exceptionCount: '1' },
      { 'bin(2m)': '2022-01-14 13:00:00.000', severity: 'INFO', exceptionCount: '1' },
      { 'bin(2m)': '2022-01-14 13:04:00.000', severity: 'INFO', exceptionCount: '1' },
    ]);
  });

  it('sums up what was summed up', () => {
    const query = `FIELDS strlen(@message) AS message_length
      | STATS sum(message_length) AS total BY BIN(2m) as @t
      | STATS max(total) AS peak, min(total) AS least, avg(total) AS mean BY dateceil(@t, 1h)`;
    expect(rowsOf(query, ['aa', 'b', 'ccc', 'd', 'ee'])).toEqual(
      [
        { 'dateceil(@t, 1h)': '2022-01-14 13:00:00.000', peak: '3', least: '3', mean: '3' },
        { 'dateceil(@t, 1h)': '2022-01-14 14:00:00.000', peak: '4', least: '2', mean: '3' },
      ].toSorted((a, b) => Number(b.peak) - Number(a.peak)),
    );
  });

  it('works with earlier results in one command', () => {
    const log = '000000000000:/aws/lambda/f';
    const report = (used: number) =>
      `REPORT RequestId: 1b4e28ba-2fa1-11d2-883f-0016d3cca427\tDuration: 3.49 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: ${used} MB\t`;
    const query = `filter @type = "REPORT"
      | stats max(@memorySize / 1000 / 1000) as provisonedMemoryMB,
          max(@maxMemoryUsed / 1000 / 1000) as maxMemoryUsedMB,
          provisonedMemoryMB - maxMemoryUsedMB as overProvisionedMB, avg(@duration)`;
    expect(rowsOf(query, [report(60), report(70), 'START RequestId: x'], log)).toEqual([
      { provisonedMemoryMB: '128', maxMemoryUsedMB: '70', overProvisionedMB: '58', 'avg(@duration)': '3.49' },
    ]);
  });

  it('has values and topk', () => {
    expect(rowsOf('stats values(server) as v by severity | sort severity', SERVERS)).toEqual([
      { severity: 'ERROR', v: '["a"]' },
      { severity: 'INFO', v: '["a","b"]' },
    ]);
    expect(rowsOf('stats topk(1, severity) as t', SERVERS)).toEqual([{ t: '["INFO"]' }]);
  });

  it('approximates percentiles within 1 % and distinct values within 3 %', () => {
    const messages = Array.from({ length: 20_000 }, (_, i) => `{"v":${i + 1}}`);
    const [row] = rowsOf('stats pct(v, 90) as p, countDistinct(v) as d', messages, undefined, 0);
    expect(Math.abs(Number(row?.p) / 18_000 - 1)).toBeLessThan(0.01);
    expect(Math.abs(Number(row?.d) / 20_000 - 1)).toBeLessThan(0.03);
  });
});

describe('sort, limit, dedup and unnest', () => {
  // User guide, `sort`: the example of an ascending sort.
  it('sorts in natural order', () => {
    const sorted = [
      '!:',
      '#',
      '*%04',
      '0#',
      '5A',
      '111A',
      '2345_',
      '@',
      '@_',
      'A',
      'A9876fghj',
      'a12345hfh',
      '0',
      '1',
      '2',
      '3',
    ];
    const messages = sorted.toReversed().map((v) => JSON.stringify({ v }));
    expect(column('fields v | sort v asc', 'v', messages)).toEqual(sorted);
    expect(column('fields v | sort v desc | limit 3', 'v', messages)).toEqual(['3', '2', '1']);
  });

  it('keeps the first of an order, also where there are many more', () => {
    const messages = Array.from({ length: 5_000 }, (_, i) => `{"v":${(i * 7_919) % 5_000}}`);
    expect(column('fields v | sort v desc | limit 3', 'v', messages)).toEqual(['4999', '4998', '4997']);
  });

  it('removes duplicates by the order, and keeps rows without a value', () => {
    const query = 'fields @message, server | sort @timestamp desc | dedup server';
    expect(column(query, '@message', SERVERS)).toEqual([4, 3, 2, 1].map((i) => SERVERS[i]));
    expect(column('fields range | sort range asc | dedup server | limit 2', 'range', SERVERS)).toEqual([
      '1000',
      '4000',
    ]);
  });

  it('asks for the oldest first, and stops when there are enough', () => {
    const query = compileQuery('fields @message | sort @timestamp asc | limit 1');
    expect(query.eventOrder).toBe('oldestFirst');
    const run = query.run(TIMES);
    const event = { timestampMs: HOUR, ingestedMs: HOUR, message: 'm', stream: 's', log: 'l', pointer: 'p' };
    expect(run.add(event)).toBe(false);
  });

  it('makes a row of each element of a list', () => {
    const message = '{"events":[{"name":"exception"},{"name":"user action"}]}';
    const query =
      'fields jsonParse(@message) as json_message | unnest json_message.events into event | display event.name';
    expect(rowsOf(query, [message])).toEqual([{ 'event.name': 'exception' }, { 'event.name': 'user action' }]);
  });
});

describe('functions', () => {
  it.each([
    ['2 ^ 3', '8'],
    ['10 % 3', '1'],
    ['-2 + 3 * 4', '10'],
    ['(1 + 2) * 3 / 2', '4.5'],
    ['1 / 0', undefined],
    ['1 / 3', '0.3333'],
    ['abs(-2)', '2'],
    ['ceil(1.2)', '2'],
    ['floor(-1.2)', '-2'],
    ['greatest(1, 5, 3)', '5'],
    ['least(4, 2)', '2'],
    ['round(2.346, 2)', '2.35'],
    ['sqrt(9)', '3'],
    ['toInt("12.7")', '12'],
    ['haversine(52.52, 13.405, 48.8566, 2.3522) > 870', '1'],
    ['isempty("")', '1'],
    ['isblank("  ")', '1'],
    ['isblank(nothing)', '1'],
    ['concat("a", 1, "b")', 'a1b'],
    ['ltrim("xyZxyfooxyZ","xyZ")', 'fooxyZ'],
    ['rtrim("xyZfooxyxyZ","xyZ")', 'xyZfoo'],
    ['trim("xyZxyfooxyxyZ","xyZ")', 'foo'],
    ['trim("  a ")', 'a'],
    ['strlen("a😀")', '2'],
    ['toupper("aB")', 'AB'],
    ['tolower("aB")', 'ab'],
    ['substr("xyZfooxyZ",3, 3)', 'foo'],
    ['substr("xyZfooxyZ",3)', 'fooxyZ'],
    ['replace("smoke_test_1","smoke_test","Smoke")', 'Smoke_1'],
    ['regexReplace("a1b22", "[0-9]+", "#")', 'a#b#'],
    ['strcontains("abc", "B")', '0'],
    ['strcontains("abc", "B", true)', '1'],
    ['startsWith("abc", "ab")', '1'],
    ['endsWith("abc", "ab")', '0'],
    ['urldecode(urlencode("a b/c"))', 'a b/c'],
    ['base64encode("Hello")', 'SGVsbG8='],
    ['base64decode("SGVsbG8=")', 'Hello'],
    ['split("a,b", ",")', '["a","b"]'],
    ['hexToAscii("48656c6c6f")', 'Hello'],
    ['hexToDec("0xff")', '255'],
    ['decToHex(255)', '0xff'],
    ['decToHex(-255)', '-0xff'],
    ['isValidIpV4("192.0.2.1")', '1'],
    ['isValidIp("::1")', '1'],
    ['isValidIpV6("192.0.2.1")', '0'],
    ['isIpv4InSubnet("192.0.2.7", "192.0.2.0/24")', '1'],
    ['isIpInSubnet("2001:db8::1", "2001:db8::/32")', '1'],
    ['isIpv6InSubnet("2001:db9::1", "2001:db8::/32")', '0'],
    ['ipv4ToNumber("10.0.0.1")', '167772161'],
    ['isPrivateIP("10.1.2.3")', '1'],
    ['isPublicIP("8.8.8.8")', '1'],
    ['isReservedIP("127.0.0.1")', '1'],
    ['coalesce(nothing, "b")', 'b'],
    ['case(1 > 2, "a", 2 > 1, "b", "c")', 'b'],
    ['case(1 > 2, "a", "c")', 'c'],
    ['if(1 < 2, "yes", "no")', 'yes'],
    ['isNumeric("1e3")', '1'],
    ['ispresent(nothing)', '0'],
    ['messageSize("é")', '2'],
    ['jsonArraySize("[1,2,3]")', '3'],
    ['jsonArrayContains("[\\"admin\\"]", "admin")', '1'],
    ['jsonStringify(jsonParse("{\\"a\\":[1]}"))', '{"a":[1]}'],
    ['jsonParse("[{\\"b\\":5}]")[0].b', '5'],
    ['toupper(jsonParse("{}"))', undefined],
    ['toMillis(@timestamp)', String(HOUR)],
    ['fromMillis(0)', '1970-01-01 00:00:00.000'],
    ['datefloor(@timestamp, 1d)', '2022-01-14 00:00:00.000'],
    ['dateceil(@timestamp, 1mo)', '2022-02-01 00:00:00.000'],
    ['datefloor(@timestamp, 1q)', '2022-01-01 00:00:00.000'],
    // "It caps 60 as the maximum value for any request that uses s."
    ['datefloor(fromMillis(299000), 300s)', '1970-01-01 00:04:00.000'],
    ['now()', String((HOUR + 3_600_000) / 1000)],
    ['queryTimeRange()', '3600000'],
  ])('%s is %j', (expression, expected) => {
    expect(resultOf(expression)).toBe(expected);
  });

  it('discovers fields in the log of a function, and the first JSON in its lines', () => {
    const id = '1b4e28ba-2fa1-11d2-883f-0016d3cca427';
    const line = `2022-01-14T13:00:00.000Z\t${id}\tINFO\tgot {"user":{"name":"a}b"}} and {"x":1}`;
    const query = 'fields @requestId, user.name, x';
    expect(rowsOf(query, [line], '0:/aws/lambda/f')).toEqual([{ '@requestId': id, 'user.name': 'a}b' }]);
    expect(rowsOf(query, [line])).toEqual([{}]);
  });
});

// Our own bounds: whoever may query must not take the memory or the time of all others.
describe('a run', () => {
  const list = JSON.stringify(Array.from({ length: 100_000 }, () => 1));
  // As many as can be held as they are.
  const messages = Array.from({ length: 80 }, (_, n) => `{"n":${n},"list":${list},"text":"${'x'.repeat(500_000)}"}`);

  it.each([
    ['the latest message of many groups', 'stats latest(@message) by n'],
    ['the greatest of many groups', 'stats max(text) by n'],
    ['what was parsed of many events', 'fields jsonParse(@message) as j, 1 as one | sort one'],
    ['a field that is shown often', `fields ${Array.from({ length: 500 }, () => 'list').join(', ')}`],
  ])('does not hold %s', (_, query) => {
    const run = compileQuery(query).run({ nowMs: 0, startMs: 0, endMs: 1 });
    expect(() => {
      for (const [n, message] of messages.entries()) {
        run.add({ timestampMs: n, ingestedMs: n, message, stream: 's', log: '0:g', pointer: 'p' });
      }
      run.finish();
    }).toThrow(QueryLimitError);
  });

  it('does not make any number of rows of one event', () => {
    const unnested =
      'fields jsonParse(@message) as j | unnest j into a | unnest j into b | unnest j into c | stats count(*)';
    const message = JSON.stringify(Array.from({ length: 1_000 }, () => 1));
    const run = compileQuery(unnested).run({ nowMs: 0, startMs: 0, endMs: 1 });
    const event = { timestampMs: 0, ingestedMs: 0, message, stream: 's', log: '0:g', pointer: 'p' };
    expect(() => run.add(event)).toThrow(QueryLimitError);
  });
});

describe('what is no query', () => {
  it.each([
    // As users of AWS report it, with the place.
    ['fields @timestamp, @message | count()', 'unexpected symbol found count at line 1 and position 30', 30, 35],
    ['fields a b', 'unexpected symbol found b at line 1 and position 9', 9, 10],
    ['fields a |\n  filter', 'unexpected symbol found <EOF> at line 2 and position 8', 19, 19],
    ['fields "open', 'unexpected symbol found " at line 1 and position 7', 7, 8],
    ['filter a like b', 'unexpected symbol found b at line 1 and position 14', 14, 15],
    ['filter a like /(/', undefined, 14, 17],
    ['fields foo(1)', 'Unknown function foo', 7, 13],
    ['fields strlen()', 'Wrong arguments of the function strlen', 7, 15],
    ['stats sum(Fault) by Operation | stats max(strlen(@message)) as m', undefined, 49, 57],
    ['stats sum(a) as b by @logStream | stats avg(b) by bin(5m)', undefined, 50, 57],
    ['sort a | stats count(*)', undefined, 9, 23],
    ['limit 5 | stats count(*)', undefined, 10, 24],
    ['dedup a | fields b', undefined, 10, 18],
    ['fields a + 1 as x | fields b as x', undefined, 27, 28],
    ['limit 0', 'unexpected symbol found 0 at line 1 and position 6', 6, 7],
    ['parse @message "a*b*" as x', undefined, 0, 26],
    ['parse @message /a/ ', undefined, 0, 18],
    [`filter ${'('.repeat(2000)}1${')'.repeat(2000)}`, undefined, 107, 108],
  ])('%s', (query, message, start, end) => {
    let error: unknown;
    try {
      compileQuery(query);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(QuerySyntaxError);
    expect(error).toMatchObject({ startCharOffset: start, endCharOffset: end, ...(message && { message }) });
  });

  it.each([
    'pattern @message',
    'fields a | diff',
    'anomaly',
    'SOURCE logGroups()',
    'fields formatDate(@timestamp, "%Y")',
  ])('refuses %s by name', (query) => {
    expect(() => compileQuery(query)).toThrow(QueryNotSupportedError);
  });
});
