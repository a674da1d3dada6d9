import { setTimeout as sleep } from 'node:timers/promises';
import { deployedPets } from '../../test/console/support/deployed-pets.ts';
import type { Clients } from '../../test/console/support/walk/clients.ts';
import { many } from './many.ts';

/** Of a region (`LIMITS.alarms`), which no setting raises. */
const ALARMS = 5_000;
/** A process remembers no more of a stage that fail in one second. */
const REQUESTS_A_SECOND = 20;
const REQUEST_SECONDS = 10;
const BATCH = 1_000;

/** Many alarms, dashboards, log groups, streams and events of one group, and requests that are remembered. */
export async function fillMonitoring(client: Clients, gatewayUrl: string, count: number): Promise<string> {
  const { metrics, logs } = client;
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
  const fail = await callerOfPets(client, gatewayUrl);
  for (let second = 0; second < REQUEST_SECONDS; second++) {
    await many(Math.min(REQUESTS_A_SECOND, count), fail);
    await sleep(1_000);
  }
  return logGroupName;
}

/** What makes a request that is remembered: one that fails, at a stage that the gateway knows. */
async function callerOfPets(client: Clients, gatewayUrl: string): Promise<() => Promise<unknown>> {
  const restApiId = await deployedPets(client, 'api of many requests');
  const call = async (path: string): Promise<boolean> => {
    const answer = await fetch(`${gatewayUrl}/_aws/execute-api/${restApiId}/prod/${path}`);
    await answer.arrayBuffer();
    return answer.ok;
  };
  while (!(await call('pets'))) await sleep(50);
  return () => call('nowhere');
}
