import { invalidNextToken } from '../../errors.ts';

/** What one query answers, whole. */
export interface Result {
  readonly id: string;
  readonly label: string;
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly messages: readonly { readonly Code: string; readonly Value: string }[];
}

interface PagedResult {
  readonly Id: string;
  readonly Label: string;
  readonly Timestamps: readonly Date[];
  readonly Values: readonly number[];
  readonly StatusCode: 'Complete' | 'PartialData';
  readonly Messages?: Result['messages'];
}

interface Page {
  readonly MetricDataResults: readonly PagedResult[];
  readonly NextToken?: string;
}

/** Where a page begins: at a result, and at a point of it. */
interface Place {
  readonly result: number;
  readonly point: number;
}

/**
 * One page of data points, result by result; one of which more is to come says `PartialData`. What lies on other pages is not
 * asked for, so a page costs about what it holds.
 * @param token from the page before
 * @throws {ServiceError} `InvalidNextToken`
 */
export async function pageOf(
  count: number,
  resultAt: (index: number) => Promise<Result> | Result,
  size: number,
  token: string | undefined,
): Promise<Page> {
  const results: PagedResult[] = [];
  let { result: index, point } = token === undefined ? { result: 0, point: 0 } : readToken(token, count);
  let left = size;
  for (; index < count && left > 0; index++, point = 0) {
    const { id, label, times, values, messages } = await resultAt(index);
    const end = Math.min(point + left, times.length);
    left -= Math.max(end - point, 0);
    results.push({
      Id: id,
      Label: label,
      Timestamps: times.slice(point, end).map((timeMs) => new Date(timeMs)),
      Values: values.slice(point, end),
      StatusCode: end < times.length ? 'PartialData' : 'Complete',
      ...(messages.length > 0 && { Messages: messages }),
    });
    if (end < times.length) return { MetricDataResults: results, NextToken: writeToken({ result: index, point: end }) };
  }
  const next = index < count ? { NextToken: writeToken({ result: index, point: 0 }) } : {};
  return { MetricDataResults: results, ...next };
}

function writeToken({ result, point }: Place): string {
  return Buffer.from(`${result}:${point}`).toString('base64url');
}

function readToken(token: string, count: number): Place {
  const [, result, point] = /^(\d{1,6}):(\d{1,12})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (result === undefined || Number(result) >= count) {
    throw invalidNextToken('Request parameter NextToken is invalid');
  }
  return { result: Number(result), point: Number(point) };
}
