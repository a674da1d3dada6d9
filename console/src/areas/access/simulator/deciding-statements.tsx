import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { accessSimulator as texts } from '../../../texts/en/access-simulator.ts';
import { statementText } from './statement-text.ts';
import type { AccessAnswer, DecidingStatement } from './use-access.ts';

type Props = Pick<AccessAnswer, 'statements'> & { readonly resourcePolicy: string | undefined };

/** Where the statements stand that decided; with their text where the answer has the policy. */
export function DecidingStatements({ statements, resourcePolicy }: Props): JSX.Element {
  return (
    <SpaceBetween size="xs">
      <Box variant="h3">{texts.statements}</Box>
      {statements.length === 0 && <Box color="text-body-secondary">{texts.noStatements}</Box>}
      {statements.map((statement) => {
        const { policy, type, at } = statement;
        const place = texts.statement(policy, type, at);
        const text = textOf(statement, resourcePolicy);
        return (
          <div key={place}>
            <Box>{place}</Box>
            {text !== undefined && <CodeEditor value={text} language="json" label={place} minLines={1} />}
          </div>
        );
      })}
    </SpaceBetween>
  );
}

function textOf({ policy, at }: DecidingStatement, resourcePolicy: string | undefined): string | undefined {
  return policy === 'ResourcePolicy' && resourcePolicy !== undefined ? statementText(resourcePolicy, at) : undefined;
}
