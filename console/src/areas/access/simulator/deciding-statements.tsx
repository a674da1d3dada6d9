import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import type { AwsError } from '../../../aws/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { useAws } from '../../../session/index.ts';
import { accessSimulator as texts } from '../../../texts/en/access-simulator.ts';
import { policyDocument } from './policy-document.ts';
import { SPAN, statementText } from './statement-text.ts';
import type { AccessAnswer, DecidingStatement } from './use-access.ts';

/** Where the statements stand that decided, and what they say. */
export function DecidingStatements({ answer }: { readonly answer: AccessAnswer }): JSX.Element {
  const { statements } = answer;
  return (
    <SpaceBetween size="xs">
      <Box variant="h3">{texts.statements}</Box>
      {statements.length === 0 && <Box color="text-body-secondary">{texts.noStatements}</Box>}
      {statements.map((statement) => (
        <Statement key={`${statement.policy} ${statement.at}`} statement={statement} answer={answer} />
      ))}
    </SpaceBetween>
  );
}

interface Props {
  readonly statement: DecidingStatement;
  readonly answer: AccessAnswer;
}

/** The text is left out where the user may not read the policy: the place tells whoever may. */
function Statement({ statement, answer }: Props): JSX.Element {
  const { policy, type, at } = statement;
  const document = useDocument(statement, answer);
  const place = texts.statement(policy, type, at.replace(SPAN, inWords));
  const text = document === undefined ? undefined : statementText(document, at);
  return (
    <div>
      <Box>{place}</Box>
      {text !== undefined && <CodeEditor value={text} language="json" label={place} minLines={1} />}
    </div>
  );
}

function inWords(_: string, line: string, column: string, lastLine: string, lastColumn: string): string {
  return texts.span(line, column, lastLine, lastColumn);
}

/** The policy that a statement stands in, where it is known or may be read. */
function useDocument(statement: DecidingStatement, { caller, resourcePolicy }: AccessAnswer): string | undefined {
  const aws = useAws();
  const { policy, type } = statement;
  const isOfResource = type === 'resource';
  const { data } = useQuery<string | null, AwsError>({
    queryKey: [aws.region, 'iam', 'policyDocument', caller.arn, policy, type],
    queryFn: async () => (await policyDocument(aws, caller.arn ?? '', statement)) ?? null,
    enabled: !isOfResource,
  });
  return isOfResource ? resourcePolicy : (data ?? undefined);
}
