import { isIP } from 'node:net';
import type { VpcEndpoint } from '../../model/index.ts';
import { compilePolicy, PolicySyntaxError } from '../../policy/index.ts';
import type { ValueKind } from './value-kinds.ts';

/**
 * `VPCE=VPC,CIDR,CIDR;VPCE=VPC,CIDR`, or in a YAML file a map from ids of endpoints to maps of `vpc`, `cidrs` and perhaps
 * `policy`. The JSON text of such a map is understood everywhere, too: a policy fits into no list.
 */
export const vpcEndpoints: ValueKind<readonly VpcEndpoint[]> = {
  parse(text) {
    const entries = text.trimStart().startsWith('{') ? entriesOfJson(text) : entriesOfText(text);
    const endpoints = entries?.map(endpointOf);
    return endpoints?.every((endpoint) => endpoint !== undefined) ? endpoints : undefined;
  },
  textOf: (nested) => JSON.stringify(nested),
  allowed:
    'ids of endpoints, each with that of its VPC and ranges of addresses, as in VPCE=VPC,10.0.0.0/8,fd00::/8;VPCE=VPC,192.0.2.7',
  placeholder: 'VPCE=VPC,CIDRS',
};

/** What a source says of an endpoint, not yet checked. */
type Entry = readonly [id: string, said: unknown];

function entriesOfText(text: string): readonly Entry[] {
  return text
    .split(';')
    .filter((entry) => entry.trim() !== '')
    .map((entry): Entry => {
      const [id = '', ...rest] = entry.split('=');
      const [vpc, ...cidrs] = rest
        .join('=')
        .split(',')
        .map((part) => part.trim());
      return [id.trim(), { vpc, cidrs }];
    });
}

function entriesOfJson(text: string): readonly Entry[] | undefined {
  try {
    return Object.entries(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function endpointOf([id, said]: Entry): VpcEndpoint | undefined {
  if (!/^vpce-[a-z0-9]{1,64}$/.test(id) || typeof said !== 'object' || said === null) return undefined;
  const { vpc, cidrs, policy, ...unknown } = said as Readonly<Record<string, unknown>>;
  if (Object.keys(unknown).length > 0 || typeof vpc !== 'string' || !/^vpc-[a-z0-9]{1,64}$/.test(vpc)) return undefined;
  const ranges = [cidrs].flat();
  if (ranges.length === 0 || !ranges.every(isRange)) return undefined;
  if (policy === undefined) return { id, vpcId: vpc, cidrs: ranges };
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy);
  return isPolicy(text) ? { id, vpcId: vpc, cidrs: ranges, policy: text } : undefined;
}

function isRange(range: unknown): range is string {
  if (typeof range !== 'string') return false;
  const [, address = '', prefix] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(range) ?? [];
  const family = isIP(address);
  return family !== 0 && (prefix === undefined || Number(prefix) <= (family === 4 ? 32 : 128));
}

function isPolicy(text: string): boolean {
  try {
    compilePolicy(JSON.parse(text), 'resource', 'endpoint policy');
    return true;
  } catch (error) {
    if (error instanceof PolicySyntaxError || error instanceof SyntaxError) return false;
    throw error;
  }
}
