import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AwsRequest, InvocationRequest, InvocationResult } from '../../../model/index.ts';
import type { DueDelivery } from '../../../services/cloudwatch/index.ts';
import { Secret } from '../../settings/secret.ts';
import { type ActionMeans, takeAction } from './take-action.ts';

const message = {
  subject: 'ALARM: "größer" in US East (N. Virginia)',
  text: 'The alarm "größer" has entered the ALARM state.\n',
  short: 'ALARM',
  notification: '{"AlarmName":"größer"}',
  event: '{"source":"aws.cloudwatch"}',
};

function due(action: string): DueDelivery {
  const scope = { accountId: '111122223333', region: 'us-east-1' };
  const alarm = { alarmName: 'größer', alarmType: 'MetricAlarm' } as const;
  return { scope, delivery: { id: 'id-1', alarm, action, transitionedAtMs: 0, message, failures: 0, dueAtMs: 0 } };
}

const ended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

/** What actions are taken with; what is not given fails the test. */
function means(change: { settings?: object; aws?: object; functions?: object }): ActionMeans {
  const never = () => Promise.reject(new Error('Not expected.'));
  return {
    aws: { endpointUrl: never, call: never, ...change.aws },
    functions: { invoke: never, ...change.functions },
    settings: {
      alarmWebhooks: {},
      alarmEmails: {},
      smtpUrl: undefined,
      smtpFrom: 'alarms@gateway.test',
      ...change.settings,
    },
  };
}

const take = (action: string, given: ActionMeans) => takeAction(given, due(action), new AbortController().signal);

describe('webhooks', () => {
  let server: Server;
  let port: number;
  let answer: { status: number; headers?: Record<string, string> };
  const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
  beforeEach(async () => {
    seen.length = 0;
    answer = { status: 204 };
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(answer.status, answer.headers).end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    port = typeof address === 'object' && address ? address.port : 0;
    ended.push(() => new Promise((resolve) => server.close(resolve)));
  });
  const hook = () => means({ settings: { alarmWebhooks: { ops: new Secret(`http://127.0.0.1:${port}/hook`) } } });

  it('get what SNS would be told, with the id of the delivery', async () => {
    await take('arn:aws:sallyport:us-east-1:111122223333:webhook/ops', hook());
    expect(seen).toMatchObject([
      { body: message.notification, headers: { 'content-type': 'application/json', 'x-sallyport-delivery': 'id-1' } },
    ]);
  });

  it('are tried again when they do not answer well, and lead nowhere else', async () => {
    answer = { status: 500 };
    await expect(take('arn:aws:sallyport:::webhook/ops', hook())).rejects.toMatchObject({ isFinal: false });
    answer = { status: 302, headers: { Location: `http://127.0.0.1:${port}/other` } };
    await expect(take('arn:aws:sallyport:::webhook/ops', hook())).rejects.toThrow('The webhook answered 302.');
    expect(seen).toHaveLength(2);
  });

  it('are called by names of the settings alone', async () => {
    await expect(take('arn:aws:sallyport:::webhook/other', hook())).rejects.toMatchObject({ isFinal: true });
    await expect(take(`http://127.0.0.1:${port}/`, hook())).rejects.toMatchObject({ isFinal: true });
    expect(seen).toEqual([]);
  });
});

describe('e-mails (to smtp-server)', () => {
  const mails: { from: string | false; to: string[]; source: string }[] = [];
  let refusal: Error | undefined;

  async function mailServer(): Promise<ActionMeans> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const from = mailFrom === false ? false : mailFrom.address;
          mails.push({ from, to: rcptTo.map(({ address }) => address), source: Buffer.concat(chunks).toString() });
          done(refusal);
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ended.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const address = server.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    mails.length = 0;
    refusal = undefined;
    const smtpUrl = new Secret(`smtp://127.0.0.1:${port}`);
    return means({ settings: { smtpUrl, alarmEmails: { ops: 'ops@example.test' } } });
  }

  it('go through the mail server of the settings', async () => {
    await take('arn:aws:sallyport:::email/ops', await mailServer());
    expect(mails).toMatchObject([{ from: 'alarms@gateway.test', to: ['ops@example.test'] }]);
    expect(mails[0]?.source).toContain('Message-ID: <id-1@sallyport>');
    expect(mails[0]?.source).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('are given up when the server will never take them', async () => {
    const given = await mailServer();
    refusal = Object.assign(new Error('No such mailbox'), { responseCode: 550 });
    await expect(take('arn:aws:sallyport:::email/ops', given)).rejects.toMatchObject({ isFinal: true });
    refusal = Object.assign(new Error('Try later'), { responseCode: 451 });
    await expect(take('arn:aws:sallyport:::email/ops', given)).rejects.toMatchObject({ isFinal: false });
    const noServer = means({ settings: { alarmEmails: { ops: 'ops@example.test' } } });
    await expect(take('arn:aws:sallyport:::email/ops', noServer)).rejects.toMatchObject({ isFinal: true });
  });
});

describe('functions', () => {
  const FUNCTION = 'arn:aws:lambda:us-east-1:111122223333:function:notify:live';

  it('are called asynchronously in the name of the alarm (user guide, "Invoke a Lambda function from an alarm")', async () => {
    const calls: InvocationRequest[] = [];
    const invoke = async (request: InvocationRequest): Promise<InvocationResult> => {
      calls.push(request);
      return { kind: 'invoked', statusCode: 202, payload: new Uint8Array(), logTail: '', executedVersion: '1' };
    };
    await take(FUNCTION, means({ functions: { invoke } }));
    expect(calls).toEqual([
      {
        functionArn: FUNCTION,
        payload: Buffer.from(message.event),
        type: 'Event',
        source: {
          principal: 'lambda.alarms.cloudwatch.amazonaws.com',
          sourceArn: 'arn:aws:cloudwatch:us-east-1:111122223333:alarm:größer',
        },
      },
    ]);
  });

  it.each([
    ['NotFound', true],
    ['AccessDenied', true],
    ['TooManyRequests', false],
    ['ServiceFailure', false],
  ] as const)('that refuse with %s are given up: %s', async (reason, isFinal) => {
    const invoke = async () => ({ kind: 'refused', reason, message: 'No.' });
    await expect(take(FUNCTION, means({ functions: { invoke } }))).rejects.toMatchObject({ isFinal, message: 'No.' });
  });
});

describe('topics', () => {
  const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:ops';
  const answering = (status: number, body: string, calls: AwsRequest[] = []) =>
    means({
      aws: {
        call: async (request: AwsRequest) => {
          calls.push(request);
          return { status, headers: [], body: Buffer.from(body) };
        },
      },
    });

  it('are published to in the forms of their subscribers', async () => {
    const calls: AwsRequest[] = [];
    await take(TOPIC, answering(200, '', calls));
    expect(calls).toMatchObject([{ service: 'sns', region: 'eu-west-1', method: 'POST', path: '/' }]);
    const form = new URLSearchParams(Buffer.from(calls[0]?.body ?? []).toString());
    expect(Object.fromEntries(form)).toEqual({
      Action: 'Publish',
      Version: '2010-03-31',
      TopicArn: TOPIC,
      // SNS API reference, `Publish`: ASCII.
      Subject: 'ALARM: "gr??er" in US East (N. Virginia)',
      Message: JSON.stringify({ default: message.notification, sms: message.short, email: message.text }),
      MessageStructure: 'json',
    });
  });

  it('that are not there are given up, those that cannot be reached are not', async () => {
    const missing = answering(404, '<Error><Message>Topic does not exist</Message></Error>');
    await expect(take(TOPIC, missing)).rejects.toMatchObject({
      isFinal: true,
      message: 'SNS answered 404: Topic does not exist',
    });
    await expect(take(TOPIC, answering(503, 'busy'))).rejects.toMatchObject({ isFinal: false });
  });
});
