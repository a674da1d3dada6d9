import type { ACM } from '@aws-sdk/client-acm';
import type { APIGateway } from '@aws-sdk/client-api-gateway';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { IAM } from '@aws-sdk/client-iam';
import type { Lambda } from '@aws-sdk/client-lambda';
import type { STS } from '@aws-sdk/client-sts';
import { ServiceError } from '../../aws/index.ts';
import type { Service } from '../control.ts';
import { serveService } from '../index.ts';

export const CREATED = new Date('2026-01-31T12:00:00.250Z');

/**
 * Small real services, one operation or two for each way in which a protocol carries something. `seen` collects what
 * handlers were given.
 */
export function smallServices(seen: unknown[]): readonly Service[] {
  return [
    serveService<APIGateway>('apigateway', {
      async createRestApi(input, call) {
        seen.push(input, call.scope);
        return { ...input, id: 'abcdefghij', createdDate: CREATED };
      },
      async getRestApis(input) {
        seen.push(input);
        return { items: [{ id: 'a', name: 'é' }, { id: 'b' }], position: 'next=/+' };
      },
      async putIntegration(input) {
        seen.push(input);
        const { integrationHttpMethod, type } = input;
        return { type, ...(integrationHttpMethod !== undefined && { httpMethod: integrationHttpMethod }) };
      },
      async getExport(input) {
        seen.push(input);
        return {
          contentType: 'application/json',
          contentDisposition: 'attachment',
          body: Buffer.from('{"swagger":"2.0"}'),
        };
      },
      async tagResource(input) {
        seen.push(input);
        return {};
      },
      async deleteRestApi() {
        throw new ServiceError('TooManyRequestsException', 429, 'Too Many Requests', { retryAfterSeconds: '30' });
      },
      async getAccount() {
        throw new TypeError('a defect');
      },
    }),
    serveService<Lambda>('lambda', {
      async createFunction(input) {
        seen.push(input);
        return { FunctionName: input.FunctionName, CodeSize: input.Code.ZipFile?.length ?? 0 };
      },
      async invoke(input) {
        seen.push(input);
        return { StatusCode: 202, FunctionError: 'Unhandled', Payload: input.Payload ?? new Uint8Array() };
      },
      async invokeWithResponseStream(input) {
        seen.push(input);
        return {
          StatusCode: 200,
          ExecutedVersion: '3',
          ResponseStreamContentType: 'application/vnd.amazon.eventstream',
          EventStream: (async function* () {
            yield { PayloadChunk: { Payload: input.Payload ?? new Uint8Array() } };
            yield { PayloadChunk: { Payload: Buffer.alloc(2_500_000, 'x') } };
            yield { InvokeComplete: { ErrorCode: 'Unhandled', ErrorDetails: '{"é":1}' } };
          })(),
        };
      },
      async getFunction({ FunctionName }) {
        throw new ServiceError('ResourceNotFoundException', 404, `Function not found: ${FunctionName}`);
      },
    }),
    serveService<CloudWatchLogs>('logs', {
      async createLogGroup(input) {
        seen.push(input);
        return {};
      },
      async describeLogGroups() {
        return { logGroups: [{ logGroupName: 'g', creationTime: CREATED.getTime(), storedBytes: 2 ** 40 }] };
      },
      async deleteLogGroup() {
        throw new ServiceError('ResourceNotFoundException', 400, 'The specified log group does not exist.');
      },
    }),
    serveService<ACM>('acm', {
      async describeCertificate({ CertificateArn }) {
        return { Certificate: { CertificateArn, CreatedAt: CREATED, InUseBy: [] } };
      },
      async importCertificate(input) {
        seen.push(input);
        return { CertificateArn: 'arn' };
      },
    }),
    serveService<CloudWatch>('cloudwatch', {
      async putMetricData(input) {
        seen.push(input);
        return {};
      },
      async getMetricStatistics(input) {
        seen.push(input);
        return {
          Label: input.MetricName,
          Datapoints: [{ Timestamp: CREATED, Average: 0.5, SampleCount: 3, Sum: -1.5e300 }],
        };
      },
      async getDashboard() {
        throw new ServiceError('DashboardNotFoundError', 404, 'Dashboard x does not exist');
      },
    }),
    serveService<STS>('sts', {
      async getCallerIdentity(_input, { principal }) {
        return { UserId: principal.userId, Account: principal.accountId, Arn: principal.arn };
      },
      async assumeRole(input) {
        seen.push(input);
        return {
          Credentials: { AccessKeyId: 'A', SecretAccessKey: 'S', SessionToken: '<&>', Expiration: CREATED },
        };
      },
    }),
    serveService<IAM>('iam', {
      async createRole(input) {
        seen.push(input);
        const { RoleName, Tags } = input;
        return {
          Role: {
            RoleName,
            Path: '/',
            RoleId: 'R',
            Arn: 'arn',
            CreateDate: CREATED,
            ...(Tags !== undefined && { Tags }),
          },
        };
      },
      async deleteRole() {
        return {};
      },
      async getRole() {
        throw new ServiceError('NoSuchEntityException', 404, 'The role with name x cannot be found.');
      },
    }),
  ];
}
