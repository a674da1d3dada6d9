import type { Call } from '../../../aws/index.ts';
import type {
  CustomDomain,
  LimitProfile,
  MethodTest,
  MethodTestResult,
  PrivateAccess,
  StageRef,
} from '../../../model/index.ts';
import type { Store } from '../../../store/index.ts';
import { openSqliteStore } from '../../../store/sqlite/index.ts';
import { TruststoreUnreadable, type UsagePlansChanged } from '../context.ts';
import { createApiGatewayService, createUsageLedger, randomIds, type UsageLedger } from '../index.ts';

export const ACCOUNT_ID = '111111111111';
/** 2025-07-02T13:13:23.456Z: a moment within a second, so that rounding shows. */
export const NOW_MS = 1_751_462_003_456;

/** A domain name as it was published, or what named it when it was removed. */
type PublishedDomain = Partial<Omit<CustomDomain, 'access'>> & { readonly access?: Partial<PrivateAccess> };

/** A service over a real store in memory, and what it told the data plane. */
export interface TestService {
  readonly api: ReturnType<typeof createApiGatewayService>;
  readonly store: Store;
  /** In order of publication; whether the stage's document was committed by then is asked at that moment. */
  readonly published: {
    readonly event: 'changed' | 'removed' | 'flushed';
    readonly ref: StageRef;
    readonly stored: boolean;
  }[];
  /** Keys and plans that the data plane was told of, in order. */
  readonly plansPublished: UsagePlansChanged[];
  /** Domain names that the data plane was told of, in order; of gone ones the name and the revision. */
  readonly domainsPublished: PublishedDomain[];
  /** Truststores by URI, and by URI and version joined by `#`. */
  readonly truststores: Map<string, string>;
  /** Tests of methods that were sent to the data plane, in order; it answers each with `TEST_RESULT`. */
  readonly methodTests: MethodTest[];
  readonly ledger: UsageLedger;
  call(options?: { readonly region?: string; readonly nowMs?: number }): Call;
}

/** What the data plane says to every test of a method: what it really says is tested there. */
export const TEST_RESULT: MethodTestResult = {
  status: 201,
  headers: ['X-A', '1', 'Content-Type', 'text/plain', 'X-A', '2'],
  body: Buffer.from('gr\u00fcn'),
  latencyMs: 7,
  log: 'Execution log for request x\n',
};

export async function startService(limitProfile: LimitProfile = 'relaxed'): Promise<TestService> {
  const store = await openSqliteStore({ path: ':memory:' });
  const published: TestService['published'] = [];
  const publish = (event: 'changed' | 'removed' | 'flushed') => async (ref: StageRef) => {
    const stages = await store.scan({ name: 'Stage' });
    published.push({ event, ref, stored: stages.some(({ id }) => id === `${ref.apiId}/${ref.stageName}`) });
  };
  const plansPublished: UsagePlansChanged[] = [];
  const domainsPublished: PublishedDomain[] = [];
  const truststores = new Map<string, string>();
  const methodTests: MethodTest[] = [];
  const ledger = createUsageLedger({ store, now: () => NOW_MS, reclaim: async () => undefined });
  const api = createApiGatewayService({
    store,
    publisher: {
      stageChanged: publish('changed'),
      stageRemoved: publish('removed'),
      stageCacheFlushed: publish('flushed'),
      domainChanged: async (domain) => void domainsPublished.push(domain),
      domainRemoved: async (domain) => void domainsPublished.push(domain),
      usagePlansChanged: async (change) => void plansPublished.push(change),
    },
    loadTruststore: async (uri, version) => {
      const pem = truststores.get(version === undefined ? uri : `${uri}#${version}`);
      if (pem === undefined) throw new TruststoreUnreadable('no such truststore');
      return pem;
    },
    usage: ledger,
    testAuthorizer: async (test) => ({ clientStatus: 0, latencyMs: 7, log: JSON.stringify(test) }),
    ids: randomIds(repeatableInts()),
    invokeAddress: (restApiId, { region }) => ({
      scheme: 'https',
      host: `${restApiId}.execute-api.${region}.amazonaws.com`,
    }),
    async testMethod(test) {
      methodTests.push(test);
      return TEST_RESULT;
    },
    limitProfile,
  });
  return { api, store, published, plansPublished, domainsPublished, truststores, methodTests, ledger, call };
}

function call({ region = 'us-east-1', nowMs = NOW_MS }: { region?: string; nowMs?: number } = {}): Call {
  return {
    scope: { accountId: ACCOUNT_ID, region },
    principal: {
      arn: `arn:aws:iam::${ACCOUNT_ID}:root`,
      accountId: ACCOUNT_ID,
      userId: ACCOUNT_ID,
      accessKeyId: 'AKIAROOT',
    },
    requestId: '7b3f8f5e-2d5c-4c39-9d0e-0b7c2f0e6a11',
    nowMs,
  };
}

/** Numbers that look random and are the same in every run (the constants are those of Numerical Recipes' generator). */
function repeatableInts(): (bound: number) => number {
  let state = 1;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** What a test expects of a refusal. */
export function refusal(
  code:
    | 'BadRequestException'
    | 'NotFoundException'
    | 'ConflictException'
    | 'LimitExceededException'
    | 'ValidationException',
  message: string,
) {
  const statusCode = {
    BadRequestException: 400,
    NotFoundException: 404,
    ConflictException: 409,
    LimitExceededException: 429,
    ValidationException: 400,
  }[code];
  return { code, statusCode, message };
}
