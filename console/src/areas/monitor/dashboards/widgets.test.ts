import { expect, it } from 'vitest';
import { widgetsOf } from './widgets.ts';

// User guide, "Dashboard body structure and syntax": "." repeats a field of the row before, "..." its first fields.
it('reads metric widgets with their shorthands', () => {
  const body = {
    widgets: [
      {
        type: 'metric',
        width: 12,
        properties: {
          title: 'Shop',
          stat: 'Sum',
          period: 60,
          metrics: [
            ['AWS/ApiGateway', 'Count', 'ApiName', 'shop', 'Stage', 'prod'],
            ['.', '4XXError', '.', '.', '.', '.', { label: 'refused', stat: 'Average' }],
            ['...', 'test'],
            [{ expression: 'm1+m2' }],
          ],
        },
      },
      { type: 'text', properties: { markdown: '# Hello' } },
      { type: 'log', properties: {} },
    ],
  };
  const [metric, text, other] = widgetsOf(JSON.stringify(body));
  const query = { namespace: 'AWS/ApiGateway', step: 60 };
  const prod = { ApiName: 'shop', Stage: 'prod' };
  expect(metric).toEqual({
    id: '0',
    width: 12,
    title: 'Shop',
    kind: 'metric',
    leftOut: 1,
    lines: [
      { label: 'shop prod Count', query: { ...query, id: 'm0', metricName: 'Count', stat: 'Sum', dimensions: prod } },
      { label: 'refused', query: { ...query, id: 'm1', metricName: '4XXError', stat: 'Average', dimensions: prod } },
      {
        label: 'shop test 4XXError',
        query: { ...query, id: 'm2', metricName: '4XXError', stat: 'Sum', dimensions: { ...prod, Stage: 'test' } },
      },
    ],
  });
  expect(text).toMatchObject({ kind: 'text', text: '# Hello' });
  expect(other).toMatchObject({ kind: 'other', type: 'log' });
});

it.each(['{}', '[]', '{"widgets": 1}', '{"widgets": [1, {"type": "metric"}]}'])('bears %s', (body) => {
  expect(() => widgetsOf(body)).not.toThrow();
});
