import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { useHref, useRegion } from '../routing/index.ts';
import { useSession } from '../session/index.ts';

const ARN = /^arn:[^:]+:lambda:([^:]+):(\d{12}):function:([\w-]+)(?::([\w$-]+))?$/;

/** The page of a function by its ARN; undefined for one of another region or account, or that a stage variable names. */
function useFunctionPath(arn: string): string | undefined {
  const region = useRegion();
  const account = useSession().signedIn?.identity.account;
  const [, ofRegion, ofAccount, name, qualifier] = ARN.exec(arn) ?? [];
  if (name === undefined || ofRegion !== region || ofAccount !== account) return undefined;
  return `/functions/${name}${qualifier === undefined ? '' : `?qualifier=${encodeURIComponent(qualifier)}`}`;
}

/** A function's ARN, which leads to its page where it has one here. */
export function FunctionLink({ arn }: { readonly arn: string }): JSX.Element {
  const href = useHref();
  const path = useFunctionPath(arn);
  if (path === undefined) return <>{arn}</>;
  return <Link href={href(path)}>{arn}</Link>;
}
