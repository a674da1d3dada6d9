import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { JSX } from 'react';
import { HeadersField } from '../../../../parts/headers-field.tsx';
import { MapEditor } from '../../../../parts/map-editor.tsx';
import { authorizers } from '../../../../texts/en/authorizers.ts';

const texts = authorizers.test;

/** What an authorizer is asked about, as it is typed. */
export interface TestRequest {
  readonly token: string;
  readonly headers: string;
  /** With its query string. */
  readonly path: string;
  readonly stageVariables: Readonly<Record<string, string>>;
}

export const EMPTY_REQUEST: TestRequest = { token: '', headers: '', path: '', stageVariables: {} };

interface Props {
  /** The header that the authorizer reads; undefined where it reads the whole request. */
  readonly tokenHeader: string | undefined;
  readonly request: TestRequest;
  set(part: Partial<TestRequest>): void;
}

/** As much of a request as the authorizer looks at. */
export function RequestFields({ tokenHeader, request, set }: Props): JSX.Element {
  return (
    <SpaceBetween size="l">
      {tokenHeader === undefined ? (
        <SpaceBetween size="l">
          <HeadersField
            value={request.headers}
            onChange={(headers) => set({ headers })}
            placeholder="Authorization: allow"
          />
          <FormField label={texts.path} stretch>
            <Input
              value={request.path}
              onChange={({ detail }) => set({ path: detail.value })}
              placeholder="/pets?token=allow"
              spellcheck={false}
            />
          </FormField>
        </SpaceBetween>
      ) : (
        <FormField label={texts.token(tokenHeader)} stretch>
          <Input
            value={request.token}
            onChange={({ detail }) => set({ token: detail.value })}
            placeholder={texts.tokenPlaceholder}
            autoComplete={false}
            spellcheck={false}
          />
        </FormField>
      )}
      <ExpandableSection headerText={texts.variables} variant="footer">
        <MapEditor
          value={request.stageVariables}
          onChange={(stageVariables) => set({ stageVariables })}
          nameLabel={texts.variable}
          valueLabel={texts.variableValue}
          addText={texts.addVariable}
          emptyText={texts.noVariables}
          initial=""
        />
      </ExpandableSection>
    </SpaceBetween>
  );
}
