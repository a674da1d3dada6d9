import type { Clients } from '../../test/console/support/walk/clients.ts';
import { many } from './many.ts';

/** Of a region (`LIMITS.alarms`), which no setting raises. */
const ALARMS = 5_000;
/** As many as the server remembers for the list. */
const REQUESTS = 1_000;
const BATCH = 1_000;

/** Many alarms, dashboards, log groups, streams and events of one group, and requests that are remembered. */
export async function fillMonitoring({ metrics, logs }: Clients, gatewayUrl: string, count: number): Promise<string> {
  const properties = { region: 'us-east-1', stat: 'Sum', period: 60, metrics: [['AWS/ApiGateway', 'Count']] };
  const widgets = [{ type: 'metric', width: 12, height: 6, properties }];
  await many(Math.min(ALARMS, count), (number) =>
    metrics.putMetricAlarm({
      AlarmName: `alarm ${number}`,
      Namespace: 'AWS/ApiGateway',
      MetricName: 'Count',
      Statistic: 'Sum',
      Period: 86_400,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    }),
  );
  const logGroupName = 'group/of/many/events';
  await logs.createLogGroup({ logGroupName });
  await many(count, async (number) => {
    await metrics.putDashboard({ DashboardName: `dashboard-${number}`, DashboardBody: JSON.stringify({ widgets }) });
    await logs.createLogGroup({ logGroupName: `group/${number}` });
    await logs.createLogStream({ logGroupName, logStreamName: `stream-${number}` });
  });
  const now = Date.now() - 60_000;
  await many(Math.ceil(count / BATCH), (batch) =>
    logs.putLogEvents({
      logGroupName,
      logStreamName: `stream-${batch}`,
      logEvents: Array.from({ length: BATCH }, (_, number) => ({
        timestamp: now + number,
        message: `event ${batch * BATCH + number} of many`,
      })),
    }),
  );
  await many(Math.min(REQUESTS, count), async (number) => {
    const answer = await fetch(`${gatewayUrl}/_aws/execute-api/none/none/request${number}`);
    await answer.arrayBuffer();
  });
  return logGroupName;
}
