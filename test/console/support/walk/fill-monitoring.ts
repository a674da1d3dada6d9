import { setTimeout as sleep } from 'node:timers/promises';
import type { Clients, Walked } from './clients.ts';

const ORDERS = { Namespace: 'classified', MetricName: 'Orders', Dimensions: [{ Name: 'Store', Value: 'classified' }] };
const HOUR_MINUTES = 60;

/** An alarm, a dashboard, log events, and requests that are remembered and counted. */
export async function fillMonitoring(
  { metrics, logs }: Clients,
  { controlUrl, gatewayUrl }: Walked,
  apiId: string,
): Promise<{ readonly requestId: string }> {
  await metrics.putMetricData({ Namespace: ORDERS.Namespace, MetricData: ordersOfAnHour() });
  await metrics.putMetricAlarm({
    ...ORDERS,
    AlarmName: 'walked-alarm',
    AlarmDescription: 'classified alarm',
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 40,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
  const orders = ['classified', 'Orders', 'Store', 'classified'];
  const properties = { title: 'classified widget', region: 'us-east-1', stat: 'Sum', period: 60, metrics: [orders] };
  const count = ['AWS/ApiGateway', 'Count', 'ApiName', 'classified-api'];
  const body = {
    widgets: [
      { type: 'metric', width: 12, height: 6, properties },
      {
        type: 'metric',
        width: 12,
        height: 6,
        properties: { ...properties, title: 'classified calls', metrics: [count] },
      },
      {
        type: 'text',
        width: 24,
        height: 2,
        properties: {
          markdown: '# classified text\n**Call** whoever sells:\n\n- [north](https://example.com)\n- south',
        },
      },
    ],
  };
  await metrics.putDashboard({ DashboardName: 'walked-dashboard', DashboardBody: JSON.stringify(body) });
  const stream = { logGroupName: 'walked/group', logStreamName: 'classified-stream' };
  await logs.createLogGroup({ logGroupName: stream.logGroupName });
  await logs.createLogStream(stream);
  const logEvents = ['classified message', 'another', 'the last'].map((message) => ({
    timestamp: Date.now(),
    message,
  }));
  await logs.putLogEvents({ ...stream, logEvents });
  for (const path of ['classified-pets', 'classified-pets', 'classified-nowhere']) {
    await fetch(`${gatewayUrl}/_aws/execute-api/${apiId}/walked/${path}?token=classified`).then((r) => r.arrayBuffer());
  }
  await until(async () => {
    const Dimensions = [{ Name: 'ApiName', Value: 'classified-api' }];
    return (await metrics.listMetrics({ MetricName: 'Count', Dimensions })).Metrics?.length !== 0;
  });
  const refused = await fetch(`${gatewayUrl}/_aws/execute-api/${apiId}/walked/classified-gone`);
  await refused.arrayBuffer();
  const requestId = refused.headers.get('x-amzn-requestid') ?? '';
  if (requestId === '') throw new Error(`${controlUrl}: a refusal has no request id.`);
  return { requestId };
}

/** A point a minute, so that lines are drawn. */
function ordersOfAnHour() {
  return Array.from({ length: HOUR_MINUTES }, (_, minute) => ({
    MetricName: ORDERS.MetricName,
    Dimensions: ORDERS.Dimensions,
    Timestamp: new Date(Date.now() - (HOUR_MINUTES - minute) * 60_000),
    Value: Math.round(25 + 20 * Math.sin(minute / 6)),
  }));
}

/** Workers report what they counted within seconds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await isSo()) return;
    await sleep(250);
  }
  throw new Error('No metrics came.');
}
