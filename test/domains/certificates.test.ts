import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { issue, type TestIdentity } from '../../src/services/acm/testing/certificates.ts';
import { runProgram } from '../support/client-program.ts';
import { pythonHas } from '../support/python.ts';
import { clientEnvironment, type Sallyport, startSallyport, temporaryFolder } from '../support/sallyport.ts';
import { type Sdk, sdk } from '../support/sdk.ts';

// The real AWS CLI imports certificates; what two real workers show is asked of them by handshakes.
const HOST = 'api.shop.test';
const hasCli = pythonHas('awscli');
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Sallyport;
let client: Sdk;
let first: TestIdentity;
let second: TestIdentity;
let httpsPort: number;

beforeAll(async () => {
  folder = await temporaryFolder();
  [first, second] = await Promise.all([issue('shop.test', Date.now()), issue('shop.test', Date.now())]);
  const flags = ['--ephemeral', '--tls-domains', '--https-port', '0', '--workers', '2', '--max-workers', '2'];
  server = await startSallyport(flags);
  client = sdk(server.controlUrl);
  httpsPort = Number(/https:\/\/\S+:(\d+)/.exec(server.output())?.[1]);
});
afterAll(async () => {
  await server.stop();
  await folder.remove();
});

/** `aws acm COMMAND ...`, with files of a certificate. */
async function acm(command: string, options: readonly string[] = [], identity?: TestIdentity) {
  const files: string[] = [];
  for (const [name, pem] of Object.entries({
    certificate: identity?.certificate,
    'private-key': identity?.privateKey,
    'certificate-chain': identity?.authority,
  })) {
    if (pem === undefined) continue;
    const path = join(folder.path, `${name}.pem`);
    await writeFile(path, pem, { mode: 0o600 });
    files.push(`--${name}`, `fileb://${path}`);
  }
  const aws = ['-m', 'awscli', '--endpoint-url', server.controlUrl, '--output', 'json', 'acm', command];
  const ran = await runProgram('python3', [...aws, ...options, ...files], clientEnvironment(server));
  return { status: ran.status, stderr: ran.stderr, json: ran.stdout.trim() === '' ? {} : JSON.parse(ran.stdout) };
}

/** The certificates that workers show for a name, over connections of their own; none where they refuse. */
async function shown(servername: string): Promise<ReadonlySet<string>> {
  const one = () =>
    new Promise<string>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port: httpsPort, servername, rejectUnauthorized: false }, () => {
        resolve(socket.getPeerX509Certificate()?.toString() ?? 'none');
        socket.destroy();
      });
      socket.on('error', () => resolve('none'));
    });
  return new Set(await Promise.all(Array.from({ length: 8 }, one)));
}

test.skipIf(!hasCli)(
  `a certificate that the AWS CLI imports is shown at the domain name that refers to it${hasCli ? '' : ' (no awscli)'}`,
  async () => {
    const { json } = await acm('import-certificate', ['--tags', 'Key=a,Value=1'], first);
    const arn: string = json.CertificateArn;
    expect((await acm('describe-certificate', ['--certificate-arn', arn])).json.Certificate).toMatchObject({
      DomainName: 'shop.test',
      Status: 'ISSUED',
      Type: 'IMPORTED',
      InUseBy: [],
    });
    expect(await shown(HOST)).toEqual(new Set(['none']));
    await client.apis.createDomainName({
      domainName: HOST,
      endpointConfiguration: { types: ['REGIONAL'] },
      regionalCertificateArn: arn,
    });
    expect(await shown(HOST)).toEqual(new Set([first.certificate]));

    const domain = `arn:aws:apigateway:us-east-1::/domainnames/${HOST}`;
    const used = await acm('describe-certificate', ['--certificate-arn', arn]);
    expect(used.json.Certificate.InUseBy).toEqual([domain]);
    const refused = await acm('delete-certificate', ['--certificate-arn', arn]);
    expect(refused.stderr).toContain('(ResourceInUseException)');

    await acm('import-certificate', ['--certificate-arn', arn], second);
    expect(await shown(HOST)).toEqual(new Set([second.certificate]));
    const tags = await acm('list-tags-for-certificate', ['--certificate-arn', arn]);
    expect(tags.json).toEqual({ Tags: [{ Key: 'a', Value: '1' }] });

    await client.apis.deleteDomainName({ domainName: HOST });
    expect(await acm('delete-certificate', ['--certificate-arn', arn])).toMatchObject({ status: 0 });
    expect(await shown(HOST)).toEqual(new Set(['none']));
  },
);

test.skipIf(!hasCli)(
  `without an authority a request is refused with the setting that is missing${hasCli ? '' : ' (no awscli)'}`,
  async () => {
    const { stderr } = await acm('request-certificate', ['--domain-name', 'shop.test', '--validation-method', 'DNS']);
    expect(stderr).toContain('the setting acme-agree-to-terms is off');
  },
);
