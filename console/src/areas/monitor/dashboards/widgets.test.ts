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
            [{ expression: 'SUM(METRICS())', id: 'all', label: 'together' }],
            ['...', { id: 'hidden', visible: false }],
            [{}],
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
  const test = { ApiName: 'shop', Stage: 'test' };
  const refused = { ...query, metricName: '4XXError' };
  const shown = { label: undefined, isShown: true };
  expect(metric).toEqual({
    id: '0',
    width: 12,
    title: 'Shop',
    kind: 'metric',
    lines: [
      { ...shown, query: { ...query, id: 'unnamed0', metricName: 'Count', stat: 'Sum', dimensions: prod } },
      { ...shown, label: 'refused', query: { ...refused, id: 'unnamed1', stat: 'Average', dimensions: prod } },
      { ...shown, query: { ...refused, id: 'unnamed2', stat: 'Sum', dimensions: test } },
      { ...shown, label: 'together', query: { id: 'all', expression: 'SUM(METRICS())', step: 60 } },
      { label: undefined, isShown: false, query: { ...refused, id: 'hidden', stat: 'Sum', dimensions: test } },
    ],
  });
  expect(text).toMatchObject({ kind: 'text', text: '# Hello' });
  expect(other).toMatchObject({ kind: 'other', type: 'log' });
});

it.each(['{}', '[]', '{"widgets": 1}', '{"widgets": [1, {"type": "metric"}]}'])('bears %s', (body) => {
  expect(() => widgetsOf(body)).not.toThrow();
});
