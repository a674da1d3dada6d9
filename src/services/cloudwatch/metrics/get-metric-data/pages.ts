import { invalidNextToken } from '../../errors.ts';

/** What one query answers, whole. */
export interface Result {
  readonly id: string;
  readonly label: string;
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly messages: readonly { readonly Code: string; readonly Value: string }[];
}

interface Page {
  readonly MetricDataResults: readonly {
    readonly Id: string;
    readonly Label: string;
    readonly Timestamps: readonly Date[];
    readonly Values: readonly number[];
    readonly StatusCode: 'Complete' | 'PartialData';
    readonly Messages?: Result['messages'];
  }[];
  readonly NextToken?: string;
}

/**
 * One page of data points, query by query. Every page names every query, so that whoever joins pages by ids has them all;
 * one of which more is to come says `PartialData`.
 * @param token from the page before
 * @throws {ServiceError} `InvalidNextToken`
 */
export function pageOf(results: readonly Result[], size: number, token: string | undefined): Page {
  const from = token === undefined ? 0 : readToken(token);
  const to = from + size;
  let before = 0;
  const found = results.map(({ id, label, times, values, messages }) => {
    const first = Math.max(from - before, 0);
    const last = Math.max(to - before, 0);
    before += times.length;
    return {
      Id: id,
      Label: label,
      Timestamps: times.slice(first, last).map((timeMs) => new Date(timeMs)),
      Values: values.slice(first, last),
      StatusCode: last < times.length ? ('PartialData' as const) : ('Complete' as const),
      ...(messages.length > 0 && { Messages: messages }),
    };
  });
  return {
    MetricDataResults: found,
    ...(to < before && { NextToken: Buffer.from(`from:${to}`).toString('base64url') }),
  };
}

function readToken(token: string): number {
  const [, from] = /^from:(\d{1,12})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (from === undefined) throw invalidNextToken('Request parameter NextToken is invalid');
  return Number(from);
}
