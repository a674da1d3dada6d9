import { useQuery } from '@tanstack/react-query';
import type { Read } from '../../../data/index.ts';
import { useRegion } from '../../../routing/index.ts';

/** Where a pool's tokens come from, by its own discovery document (OpenID Connect Discovery 1.0); anybody may read it. */
export interface Issuer {
  readonly issuer: string;
  readonly jwks_uri: string;
  readonly token_endpoint: string;
}

export function useIssuer(poolId: string): Read<Issuer> {
  const region = useRegion();
  return useQuery({
    queryKey: [region, 'issuer', poolId],
    async queryFn({ signal }): Promise<Issuer> {
      const answer = await fetch(`/${poolId}/.well-known/openid-configuration`, { signal });
      if (!answer.ok) throw new Error(`The discovery document could not be read: ${answer.status}`);
      return (await answer.json()) as Issuer;
    },
  });
}
