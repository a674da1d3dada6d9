import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useState } from 'react';
import { parts as texts } from '../../texts/en/parts.ts';
import { CodeEditor } from '../code-editor/index.tsx';
import type { Side } from './recorded.ts';
import { RecordedRequestField } from './recorded-request-field.tsx';
import { SAMPLE, type Sample } from './sample.ts';
import { TemplatePreview } from './template-preview.tsx';
import { usePreview } from './use-preview.ts';

interface Props {
  readonly contentType: string;
  readonly apiId: string;
  readonly side: Side;
  readonly value: string;
  onChange(template: string): void;
  onRemove(): void;
}

/** One template, with what it makes of a sample request and where it fails, as it is typed. */
export function TemplateField({ contentType, apiId, side, value, onChange, onRemove }: Props): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const [sample, setSample] = useState<Sample>(SAMPLE);
  const preview = usePreview(value, sample, isOpen);
  const error = preview.data?.error;
  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <Button formAction="none" iconName="remove" ariaLabel={texts.removeOf(contentType)} onClick={onRemove} />
          }
        >
          {contentType}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <CodeEditor
          value={value}
          language="vtl"
          label={texts.templates.of(contentType)}
          onChange={onChange}
          problems={
            error
              ? [
                  {
                    message: error.message,
                    line: error.line ?? 1,
                    ...(error.column !== undefined && { column: error.column }),
                  },
                ]
              : NO_PROBLEMS
          }
        />
        <ExpandableSection
          headerText={texts.templates.preview}
          variant="footer"
          expanded={isOpen}
          onChange={({ detail }) => setOpen(detail.expanded)}
        >
          {isOpen && (
            <SpaceBetween size="s">
              <RecordedRequestField apiId={apiId} side={side} sample={sample} onSample={setSample} />
              <TemplatePreview sample={sample} onChange={setSample} preview={preview} />
            </SpaceBetween>
          )}
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}

const NO_PROBLEMS: readonly never[] = [];
