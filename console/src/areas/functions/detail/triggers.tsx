import Box from '@cloudscape-design/components/box';
import type { JSX } from 'react';
import { functions } from '../../../texts/en/functions.ts';
import { parts } from '../../../texts/en/parts.ts';
import { SourceLink } from '../permissions/source-link.tsx';
import { apiSourceOf } from '../permissions/statement.ts';
import { usePolicy } from '../permissions/use-policy.ts';

const texts = functions.overview;
/** All of them are in the permissions. */
const SHOWN = 5;

interface Props {
  readonly functionName: string;
  readonly qualifier: string;
}

/** What of APIs may invoke the function, by its policy. */
export function Triggers({ functionName, qualifier }: Props): JSX.Element {
  const policy = usePolicy(functionName, qualifier);
  // What is missing, and for whom, is said below the page or in the permissions: here is no room for it.
  if (policy.error) return <Box color="text-status-error">{texts.noPolicy}</Box>;
  const arns = (policy.data ?? []).map(({ sourceArn }) => sourceArn).filter((arn) => apiSourceOf(arn) !== undefined);
  const distinct = [...new Set(arns)];
  if (distinct.length === 0) return <>{policy.data ? texts.noTriggers : parts.loading}</>;
  return (
    <>
      {distinct.slice(0, SHOWN).map((arn) => (
        <div key={arn}>
          <SourceLink arn={arn} />
        </div>
      ))}
      {distinct.length > SHOWN && texts.moreTriggers(distinct.length - SHOWN)}
    </>
  );
}
