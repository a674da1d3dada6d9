import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { useHref } from '../../../routing/index.ts';
import { iam as texts } from '../../../texts/en/iam.ts';
import { simulatorPath } from '../addresses.ts';

/** Leads to what an entity's policies say to actions. @param arn absent while it is not known */
export function SimulateButton({ arn }: { readonly arn: string | undefined }): JSX.Element {
  const href = useHref();
  return (
    <Button disabled={arn === undefined} {...(arn !== undefined && { href: href(simulatorPath(arn)) })}>
      {texts.simulate}
    </Button>
  );
}
