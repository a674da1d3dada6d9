import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FollowedLogs, startFollowedLogs } from '../testing/followed-logs.ts';
import { NOW_MS } from '../testing/service.ts';

let test: FollowedLogs;
beforeEach(async () => {
  test = await startFollowedLogs();
  await test.makeGroup('a');
  await test.makeGroup('b');
});
afterEach(() => test.close());

const TIMES = { startTime: NOW_MS / 1000 - 600, endTime: NOW_MS / 1000 + 600 };

async function start(queryString: string, more: object = { logGroupName: 'a' }): Promise<string> {
  const { queryId = '' } = await test.api.startQuery({ ...TIMES, queryString, ...more }, test.call());
  return queryId;
}

async function done(queryId: string, more: object = {}) {
  return vi.waitFor(async () => {
    const answer = await test.api.getQueryResults({ queryId, ...more }, test.call());
    expect(answer.status).not.toMatch(/Running|Scheduled/);
    return answer;
  }, 10_000);
}

async function values(queryString: string, more?: object) {
  const { results = [] } = await done(await start(queryString, more));
  return results.map((row) => row[0]?.value);
}

describe('queries', () => {
  it('look through several groups in one order', async () => {
    for (let n = 0; n < 6; n += 1) {
      test.clock.nowMs = NOW_MS + n;
      await test.put(n % 2 === 0 ? 'a' : 'b', `${n}`);
    }
    const both = { logGroupNames: ['a', 'b'] };
    expect(await values('fields @message', both)).toEqual(['5', '4', '3', '2', '1', '0']);
    expect(await values('fields @message | sort @timestamp asc | limit 3', both)).toEqual(['0', '1', '2']);
    expect(await values('fields @log | dedup @log', both)).toEqual(['111111111111:b', '111111111111:a']);
    const identifiers = { logGroupIdentifiers: ['arn:aws:logs:eu-west-1:111111111111:log-group:a', 'b'] };
    expect(await values('stats count(*)', identifiers)).toEqual(['6']);
  });

  // "The range is inclusive, so the specified end time is included in the query" (StartQuery).
  it('take the seconds of their time range, both included', async () => {
    for (const offset of [-1, 0, 1999, 2000]) {
      test.clock.nowMs = NOW_MS + offset;
      await test.put('a', String(offset));
    }
    const startTime = NOW_MS / 1000;
    expect(await values('fields @message', { logGroupName: 'a', startTime, endTime: startTime + 1 })).toEqual([
      '1999',
      '0',
    ]);
    const inMs = { logGroupName: 'a', startTime: NOW_MS, endTime: NOW_MS + 2000 };
    expect(await values('fields @message', inMs)).toEqual(['2000', '1999', '0']);
  });

  it('count what they scanned and matched, and find the records again', async () => {
    await test.put('a', '{"n":1}', '{"n":2}', '{"n":3}');
    const answer = await done(await start('fields n | filter n > 1 | sort n asc'));
    expect(answer.statistics).toMatchObject({ recordsMatched: 2, recordsScanned: 3, bytesScanned: 21, resultCount: 2 });
    const pointer = answer.results?.[0]?.find(({ field }) => field === '@ptr')?.value ?? '';
    const { logRecord } = await test.api.getLogRecord({ logRecordPointer: pointer }, test.call());
    expect(logRecord).toMatchObject({ '@message': '{"n":2}', n: '2', '@logStream': 'one' });
    await expect(test.api.getLogRecord({ logRecordPointer: 'bm90aGluZw' }, test.call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
    const { logGroupFields = [] } = await test.api.getLogGroupFields({ logGroupName: 'a' }, test.call());
    expect(logGroupFields).toContainEqual({ name: 'n', percent: 100 });
  });

  it('give their rows in pages', async () => {
    await test.put('a', '1', '2', '3');
    const queryId = await start('fields @message | sort @message asc');
    const first = await done(queryId, { maxItems: 2 });
    const second = await done(queryId, { maxItems: 2, nextToken: first.nextToken });
    expect([first.results?.length, second.results?.[0]?.[0]?.value, second.nextToken]).toEqual([2, '3', undefined]);
    expect(await values('fields @message', { logGroupName: 'a', limit: 1 })).toHaveLength(1);
  });

  it('fail alone when they would take too long, and the operator is told', async () => {
    await test.put('a', 'a'.repeat(60));
    const answer = await done(await start('filter @message like /(a+)+b/'));
    expect(answer).toMatchObject({ status: 'Failed', results: [] });
    expect(test.warnings).toEqual(['A query of logs failed.']);
  });

  it('are stopped, and listed', async () => {
    await test.put('a', ...Array.from({ length: 500 }, (_, n) => String(n)));
    const queryId = await start('stats count(*)');
    expect(await test.api.stopQuery({ queryId }, test.call())).toEqual({ success: true });
    expect((await done(queryId)).status).toBe('Cancelled');
    await expect(test.api.stopQuery({ queryId }, test.call())).rejects.toMatchObject({
      code: 'InvalidParameterException',
    });
    const { queries = [] } = await test.api.describeQueries({ status: 'Cancelled', logGroupName: 'a' }, test.call());
    expect(queries).toMatchObject([{ queryId, status: 'Cancelled', logGroupName: 'a', queryString: 'stats count(*)' }]);
    expect((await test.api.describeQueries({ logGroupName: 'b' }, test.call())).queries).toEqual([]);
  });

  // What `POST /_sallyport/reset` asks for: results hold what events said.
  it('are forgotten, also one that runs', async () => {
    await test.put('a', ...Array.from({ length: 500 }, (_, n) => String(n)));
    const ids = [await start('limit 1')];
    await done(ids[0] ?? '');
    ids.push(await start('stats count(*)'));
    test.service.forgetQueries();
    for (const queryId of ids) {
      await expect(test.api.getQueryResults({ queryId }, test.call())).rejects.toMatchObject({
        code: 'ResourceNotFoundException',
      });
    }
    expect((await test.api.describeQueries({}, test.call())).queries).toEqual([]);
    expect(await values('stats count(*)')).toEqual(['500']);
  });

  it.each([
    ['what is no query', 'fields a |', { logGroupName: 'a' }, 'MalformedQueryException'],
    ['what is not built', 'pattern @message', { logGroupName: 'a' }, 'NotImplementedException'],
    ['SQL', 'SELECT 1', { logGroupName: 'a', queryLanguage: 'SQL' }, 'NotImplementedException'],
    ['a group that is not there', 'fields a', { logGroupName: 'nothing' }, 'ResourceNotFoundException'],
    ['no group', 'fields a', {}, 'InvalidParameterException'],
    ['two ways to name groups', 'fields a', { logGroupName: 'a', logGroupNames: ['b'] }, 'InvalidParameterException'],
    ['an end before its start', 'fields a', { logGroupName: 'a', endTime: 1 }, 'InvalidParameterException'],
  ])('are refused: %s', async (_, queryString, more, code) => {
    await expect(start(queryString, more)).rejects.toMatchObject({ code });
    await expect(test.api.getQueryResults({ queryId: 'none' }, test.call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});

describe('query definitions', () => {
  it('are put, changed, listed by name and deleted', async () => {
    const given = { name: 'shop/slow', queryString: 'fields a', logGroupNames: ['a'] };
    const { queryDefinitionId = '' } = await test.api.putQueryDefinition({ ...given, clientToken: 't' }, test.call());
    expect(await test.api.putQueryDefinition({ ...given, clientToken: 't' }, test.call())).toEqual({
      queryDefinitionId,
    });
    await test.api.putQueryDefinition({ name: 'first', queryString: 'fields b' }, test.call());
    await test.api.putQueryDefinition({ name: 'shop/slow', queryString: 'fields c', queryDefinitionId }, test.call());
    const { queryDefinitions } = await test.api.describeQueryDefinitions(
      { queryDefinitionNamePrefix: 'shop' },
      test.call(),
    );
    // "If you omit this parameter, then the updated definition will contain no log groups."
    expect(queryDefinitions).toEqual([
      { queryLanguage: 'CWLI', queryDefinitionId, name: 'shop/slow', queryString: 'fields c', lastModified: NOW_MS },
    ]);
    expect(await test.api.deleteQueryDefinition({ queryDefinitionId }, test.call())).toEqual({ success: true });
    await expect(test.api.deleteQueryDefinition({ queryDefinitionId }, test.call())).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
    });
  });
});
