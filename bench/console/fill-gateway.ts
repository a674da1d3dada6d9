import { ACM } from '@aws-sdk/client-acm';
import { issue } from '../../src/services/acm/testing/certificates.ts';
import type { Clients } from '../../test/console/support/walk/clients.ts';
import { known } from '../../test/support/sdk.ts';
import { many } from './many.ts';

/** Names of one API's validators and authorizers are compared with each other at every creation; AWS gives an API ten authorizers. */
const VALIDATORS = 1_000;
/** All of a domain name are one document, written anew for each; AWS gives a domain name 200. */
const MAPPINGS = 1_000;
/** Parts of an OpenAPI file at a time, so that no file grows beyond what an import takes. */
const MODELS_A_FILE = 2_000;

interface Filled {
  /** The REST API of many parts. */
  readonly apiId: string;
  readonly planId: string;
  readonly emptyPlanId: string;
  readonly domainName: string;
}

/** Keys, plans, domain names, mappings, certificates, VPC links, and an API of many models, deployments and so on. */
export async function fillGateway(client: Clients, count: number): Promise<Filled> {
  const { apis } = client;
  const restApiId = await largeApi(client, count);
  const plan = await apis.createUsagePlan({ name: 'plan of many keys' });
  const planId = known(plan.id);
  const emptyPlan = await apis.createUsagePlan({ name: 'plan of no keys' });
  await many(count, async (number) => {
    const key = await apis.createApiKey({ name: `key ${number}`, enabled: true });
    await apis.createUsagePlanKey({ usagePlanId: planId, keyId: known(key.id), keyType: 'API_KEY' });
    await apis.createUsagePlan({ name: `plan ${number}` });
  });
  const domainName = await fillDomains(client, restApiId, count);
  await many(count, (number) =>
    apis.createVpcLink({
      name: `link ${number}`,
      targetArns: [`arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/balancer/${number}`],
    }),
  );
  return { apiId: restApiId, planId, emptyPlanId: known(emptyPlan.id), domainName };
}

async function fillDomains({ apis, options }: Clients, restApiId: string, count: number): Promise<string> {
  const acm = new ACM(options);
  const { certificate, privateKey, authority } = await issue('many.example', Date.now());
  const [Certificate, PrivateKey, CertificateChain] = [certificate, privateKey, authority].map((pem) =>
    new TextEncoder().encode(pem),
  );
  let regionalCertificateArn = '';
  await many(count, async () => {
    const imported = await acm.importCertificate({ Certificate, PrivateKey, CertificateChain });
    regionalCertificateArn = known(imported.CertificateArn);
  });
  const domain = { regionalCertificateArn, endpointConfiguration: { types: ['REGIONAL' as const] } };
  await apis.createDomainName({ ...domain, domainName: 'many.example' });
  await many(count, (number) => apis.createDomainName({ ...domain, domainName: `domain${number}.many.example` }));
  await many(Math.min(MAPPINGS, count), (number) =>
    apis.createBasePathMapping({ domainName: 'many.example', restApiId, basePath: `path${number}` }),
  );
  return 'many.example';
}

async function largeApi({ apis }: Clients, count: number): Promise<string> {
  const { id } = await apis.createRestApi({ name: 'api of many parts' });
  const restApiId = known(id);
  await many(Math.min(VALIDATORS, count), async (number) => {
    await apis.createRequestValidator({ restApiId, name: `validator ${number}`, validateRequestBody: true });
    await apis.createAuthorizer({
      restApiId,
      name: `authorizer ${number}`,
      type: 'TOKEN',
      authorizerUri:
        'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:none/invocations',
      identitySource: 'method.request.header.Authorization',
    });
  });
  const schema = { type: 'object', properties: { name: { type: 'string' } } };
  for (let first = 0; first < count; first += MODELS_A_FILE) {
    const numbers = Array.from({ length: Math.min(MODELS_A_FILE, count - first) }, (_, number) => first + number);
    const schemas = Object.fromEntries(numbers.map((number) => [`Model${number}`, schema]));
    const file = {
      openapi: '3.0.1',
      info: { title: 'api of many parts', version: '1' },
      paths: {},
      components: { schemas },
    };
    await apis.putRestApi({ restApiId, mode: 'merge', body: new TextEncoder().encode(JSON.stringify(file)) });
  }
  return restApiId;
}
