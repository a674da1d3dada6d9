import type { UpstreamOrigin } from '../../http/index.ts';
import type { VpcLink } from '../../model/index.ts';
import { ConfigurationProblem } from '../method/index.ts';
import { checkTarget } from './check-target.ts';
import { TargetGroup } from './target-group.ts';

export type { TargetGroup } from './target-group.ts';

export interface TargetGroupsEnvironment {
  /** The URLs that the operator has set for a VPC link; undefined where none are set. */
  vpcLinkTargets(link: VpcLink): readonly string[] | undefined;
  nowMs(): number;
  warn(message: string, detail: Readonly<Record<string, unknown>>): void;
}

/** The targets of all VPC links that are used; stages that use the same one know together which targets are healthy. */
export class TargetGroups {
  readonly #environment: TargetGroupsEnvironment;
  readonly #groups = new Map<string, TargetGroup>();

  constructor(environment: TargetGroupsEnvironment) {
    this.#environment = environment;
  }

  /** @throws {ConfigurationProblem} for a link that is not ready, or that leads nowhere here */
  of(link: VpcLink): TargetGroup {
    if (link.status !== 'AVAILABLE') {
      throw new ConfigurationProblem(`VPC link ${link.id} (${link.name}) is ${link.status}: ${link.statusMessage}`);
    }
    const urls = this.#environment.vpcLinkTargets(link);
    if (urls === undefined) {
      throw new ConfigurationProblem(
        `VPC link ${link.id} (${link.name}) has no targets here. Set them: vpc-links "${link.name}=http://HOST:PORT".`,
      );
    }
    const key = `${link.id} ${urls.join(' ')}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = new TargetGroup(urls.map(originOf), {
      check: checkTarget,
      nowMs: () => this.#environment.nowMs(),
      onChange: ({ hostname, port }, isHealthy) =>
        this.#environment.warn(isHealthy ? 'A target of a VPC link is back.' : 'A target of a VPC link is left out.', {
          vpcLink: link.id,
          name: link.name,
          target: `${hostname}:${port}`,
        }),
    });
    this.#groups.set(key, group);
    return group;
  }
}

/** The setting has checked that each is a URL. */
function originOf(url: string): UpstreamOrigin {
  const { protocol, hostname, port } = new URL(url);
  const name = hostname.replace(/^\[|\]$/g, '');
  if (protocol === 'https:') return { protocol, hostname: name, port: port === '' ? 443 : Number(port) };
  return { protocol: 'http:', hostname: name, port: port === '' ? 80 : Number(port) };
}
