import { BlockList, isIP } from 'node:net';
import type { VpcEndpoint } from '../../model/index.ts';
import { compileEndpointPolicies, type EndpointPolicies } from './endpoint-policies.ts';

/** A range of addresses from which requests come through an endpoint. */
interface Range {
  readonly endpoint: VpcEndpoint;
  /** How many bits its addresses have in common. */
  readonly prefix: number;
  has(address: string): boolean;
}

/** Knows every endpoint. */
export class VpcEndpointTable {
  /** Undefined where no endpoint has a policy. */
  readonly policies: EndpointPolicies | undefined;
  /** The narrowest first; of equal ones, the one that was set first. */
  readonly #ranges: readonly Range[];

  /** @param list their ranges and policies are valid */
  constructor(list: readonly VpcEndpoint[]) {
    this.policies = compileEndpointPolicies(list);
    this.#ranges = list.flatMap(rangesOf).sort((one, other) => other.prefix - one.prefix);
  }

  /**
   * The endpoint that a request came through.
   * @param address the peer's
   * @param named the id of the endpoint that the client's host name leads to; undefined where it leads to none in particular
   * @returns undefined for a request that came through none
   */
  find(address: string, named: string | undefined): VpcEndpoint | undefined {
    return this.#ranges.find(({ endpoint, has }) => (named === undefined || endpoint.id === named) && has(address))
      ?.endpoint;
  }
}

function rangesOf(endpoint: VpcEndpoint): readonly Range[] {
  return endpoint.cidrs.map((cidr): Range => {
    const [network = '', bits] = cidr.split('/');
    const family = familyOf(network);
    const prefix = bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits);
    const block = new BlockList();
    block.addSubnet(network, prefix, family);
    return { endpoint, prefix, has: (address) => block.check(address, familyOf(address)) };
  });
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
