import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { ACM } from '@aws-sdk/client-acm';
import type { APIGateway } from '@aws-sdk/client-api-gateway';
import type { ApiGatewayV2 } from '@aws-sdk/client-apigatewayv2';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import type { IAM } from '@aws-sdk/client-iam';
import type { Lambda } from '@aws-sdk/client-lambda';
import type { STS } from '@aws-sdk/client-sts';
import { type Service, serveService } from '../control/index.ts';
import type {
  FunctionRuntime,
  LimitProfile,
  LogStore,
  MetricStore,
  Scope,
  StreamingInvoker,
  TestAuthorizer,
} from '../model/index.ts';
import type { Sealer } from '../sealing/index.ts';
import { type AcmContext, type AcmService, acmAccess, createAcmService } from '../services/acm/index.ts';
import {
  apiGatewayAccess,
  CALL_RATES,
  createApiGatewayService,
  createSharedRooms,
  type DeploymentPublisher,
  type DomainPublisher,
  domainNamesByCertificate,
  type InvokeAddress,
  type LoadTruststore,
  randomIds,
  type UsageCounters,
  type UsagePlanPublisher,
} from '../services/apigateway/index.ts';
import { CALL_RATES_V2, createApiGatewayV2Service, httpApiKeys } from '../services/apigatewayv2/index.ts';
import {
  type AlarmWork,
  type CloudWatchContext,
  cloudWatchAccess,
  createCloudWatchService,
} from '../services/cloudwatch/index.ts';
import {
  cognitoAccess,
  createCognitoService,
  type PoolEndpoints,
  UNSIGNED_OPERATIONS,
} from '../services/cognito-idp/index.ts';
import { createIamService, type IamService } from '../services/iam/index.ts';
import {
  createLambdaService,
  type FunctionRoles,
  type IdentitySource,
  type LambdaService,
  lambdaAccess,
} from '../services/lambda/index.ts';
import { createLogsService, type LogsService } from '../services/logs/index.ts';
import { createStsService, type StsService } from '../services/sts/index.ts';
import type { Store } from '../store/index.ts';
import { createAwsClient } from './aws-client.ts';
import { ROOT_POLICIES } from './credential-source.ts';
import { fetchJson } from './fetch-json.ts';
import { createLazyMethodTester, type TestBackends } from './method-tester.ts';
import { type UserPoolSurroundings, userPoolContext } from './user-pool-context.ts';

export interface ServicesOptions {
  readonly store: Store;
  readonly metrics: MetricStore;
  /** Streams of log groups and their events. */
  readonly logStore: LogStore;
  readonly publisher: DeploymentPublisher & DomainPublisher & UsagePlanPublisher;
  readonly loadTruststore: LoadTruststore;
  readonly usage: UsageCounters;
  readonly testAuthorizer: (functions: StreamingInvoker) => TestAuthorizer;
  readonly limits: LimitProfile;
  /** How AWS services and private integrations are reached that methods call in a test. */
  readonly backends: Omit<TestBackends, 'functions'>;
  readonly userPools: UserPoolSurroundings;
  readonly certificates: Pick<AcmContext, 'publisher' | 'issuer'>;
  readonly alarms: Pick<CloudWatchContext, 'alarmActions' | 'alarmsChanged' | 'alarmFailed'>;
  readonly invokeAddress: InvokeAddress;
  /** The address of a function URL by its id. */
  readonly functionUrlAddress: (urlId: string, region: string) => string;
  readonly runtime: FunctionRuntime;
  readonly functionRoles: FunctionRoles;
  /** Where the control port answers; asked when it does. */
  readonly controlUrl: () => string;
  /** Every account; the first is that of whoever runs this. */
  readonly accountIds: readonly string[];
  /** See `IamServiceOptions`. */
  identitiesChanged(): Promise<void>;
  /** Told when functions have changed. */
  functionsChanged(): Promise<void>;
  /** Whoever has a key, with what he may do; asked when all services are there. */
  readonly findCaller: IdentitySource['findCaller'];
  /** Seals session tokens. */
  readonly tokenSealer: Sealer;
  /** The folder of unpacked function code. */
  readonly codeDirectory: string;
  /** The file of accepted asynchronous invocations. */
  readonly eventsFile: string;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

export interface Services {
  /** Every AWS API that has handlers; of the others the front door knows the operations and answers 501. */
  readonly served: readonly Service[];
  readonly lambda: LambdaService;
  readonly acm: AcmService;
  readonly logs: LogsService;
  readonly alarmWork: AlarmWork;
  readonly iam: IamService;
  /** Who has temporary credentials, and how services get some that act as their callers or as roles. */
  readonly sts: Pick<StsService, 'sessions' | 'forward' | 'assumeForService' | 'consoleSession'>;
  /** What user pools answer over plain HTTP. */
  readonly poolEndpoints: PoolEndpoints;
}

/** Builds the AWS APIs over the store. */
export function createServices(options: ServicesOptions): Services {
  const {
    store,
    metrics,
    logStore,
    publisher,
    loadTruststore,
    usage,
    testAuthorizer,
    limits,
    backends,
    userPools,
    certificates,
    alarms,
    invokeAddress,
    functionUrlAddress,
    runtime,
    functionRoles,
    controlUrl,
    codeDirectory,
    eventsFile,
    accountIds,
    identitiesChanged,
    functionsChanged,
    findCaller,
    tokenSealer,
    warn,
  } = options;
  const ids = randomIds((bound) => randomInt(bound));
  const lambda = createLambdaService({
    store,
    runtime,
    codeDirectory,
    eventsFile,
    identities: { findCaller, findRole: (roleArn) => iam.directory.findRole(roleArn) },
    functionRoles,
    limits,
    downloads: { key: randomBytes(32), baseUrl: controlUrl },
    aws: createAwsClient(backends.aws),
    now: Date.now,
    uuid: randomUUID,
    random: Math.random,
    urlAddress: functionUrlAddress,
    functionsChanged,
    warn,
  });
  const iam = createIamService({ store, accountIds, randomBytes, identitiesChanged });
  const sts = createStsService({
    identities: iam.directory,
    sealer: tokenSealer,
    randomBytes,
    accountId: accountIds[0] ?? '',
    rootPolicies: ROOT_POLICIES,
    fetchJson,
  });
  const testMethod = createLazyMethodTester({ functions: lambda.invoker, ...backends }, limits);
  const shared = createSharedRooms({ store, ids, publisher, loadTruststore }, limits);
  const acm = createAcmService({ ...certificates, store, users: domainNamesByCertificate, uuid: randomUUID });
  const logs = createLogsService({
    store,
    logs: logStore,
    metrics,
    functions: lambda.invoker,
    uuid: randomUUID,
    elapsed: countMs,
    now: Date.now,
    sleep: (ms) => sleep(ms, undefined, { ref: false }),
    nextTurn: () => setImmediate(),
    warn,
  });
  const cloudWatch = createCloudWatchService({ ...alarms, store, metrics, uuid: randomUUID });
  const cognito = createCognitoService(userPoolContext(store, userPools));
  const apiEndpoint = (apiId: string, scope: Scope) => {
    const { scheme, host } = invokeAddress(apiId, scope);
    return `${scheme}://${host}`;
  };
  const rated = limits === 'aws';
  return {
    served: [
      serveService<APIGateway>(
        'apigateway',
        createApiGatewayService({
          store,
          publisher,
          loadTruststore,
          usage,
          testAuthorizer: testAuthorizer(lambda.invoker),
          ids,
          invokeAddress,
          testMethod,
          limitProfile: limits,
        }),
        undefined,
        apiGatewayAccess(store),
        rated ? CALL_RATES : undefined,
      ),
      serveService<ApiGatewayV2>(
        'apigatewayv2',
        createApiGatewayV2Service({ store, publisher, ids, apiEndpoint, ...shared }),
        undefined,
        apiGatewayAccess(store, httpApiKeys(store)),
        rated ? CALL_RATES_V2 : undefined,
      ),
      serveService<Lambda>('lambda', lambda.handlers, undefined, lambdaAccess(store)),
      serveService<IAM>('iam', iam.handlers, undefined, iam.access),
      serveService<STS>('sts', sts.handlers, sts.unsigned, sts.access),
      serveService<ACM>('acm', acm.handlers, undefined, acmAccess),
      serveService<CognitoIdentityProvider>('cognito-idp', cognito.handlers, UNSIGNED_OPERATIONS, cognitoAccess),
      serveService<CloudWatchLogs>('logs', logs.handlers, undefined, logs.access),
      serveService<CloudWatch>('cloudwatch', cloudWatch.handlers, undefined, cloudWatchAccess),
    ],
    lambda,
    iam,
    acm,
    logs,
    alarmWork: cloudWatch.alarmWork,
    sts,
    poolEndpoints: cognito.endpoints,
  };
}

function countMs(): () => number {
  const startedAtMs = performance.now();
  return () => performance.now() - startedAtMs;
}
