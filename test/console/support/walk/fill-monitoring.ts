import { setTimeout as sleep } from 'node:timers/promises';
import type { Clients, Walked } from './clients.ts';

/** An alarm, a dashboard, log events, and requests that are remembered and counted. */
export async function fillMonitoring(
  { metrics, logs }: Clients,
  { controlUrl, gatewayUrl }: Walked,
  apiId: string,
): Promise<{ readonly requestId: string }> {
  await metrics.putMetricAlarm({
    AlarmName: 'walked-alarm',
    AlarmDescription: 'classified alarm',
    Namespace: 'AWS/ApiGateway',
    MetricName: 'Count',
    Dimensions: [{ Name: 'ApiName', Value: 'classified-api' }],
    Statistic: 'Sum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  });
  const count = ['AWS/ApiGateway', 'Count', 'ApiName', 'classified-api'];
  const properties = { title: 'classified widget', region: 'us-east-1', stat: 'Sum', period: 60, metrics: [count] };
  const body = { widgets: [{ type: 'metric', width: 12, height: 6, properties }] };
  await metrics.putDashboard({ DashboardName: 'walked-dashboard', DashboardBody: JSON.stringify(body) });
  const stream = { logGroupName: 'walked/group', logStreamName: 'classified-stream' };
  await logs.createLogGroup({ logGroupName: stream.logGroupName });
  await logs.createLogStream(stream);
  await logs.putLogEvents({ ...stream, logEvents: [{ timestamp: Date.now(), message: 'classified message' }] });
  for (const path of ['classified-pets', 'classified-nowhere']) {
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

/** Workers report what they counted within seconds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await isSo()) return;
    await sleep(250);
  }
  throw new Error('No metrics came.');
}
