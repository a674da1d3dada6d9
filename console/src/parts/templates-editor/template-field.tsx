import Button from '@cloudscape-design/components/button';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type JSX, useMemo, useState } from 'react';
import { parts as texts } from '../../texts/en/parts.ts';
import { CodeEditor } from '../code-editor/index.tsx';
import { PreviewOutput } from './preview-output.tsx';
import { previewProblems } from './preview-problems.ts';
import type { Side } from './recorded.ts';
import { RecordedRequestField } from './recorded-request-field.tsx';
import { SAMPLE, type Sample } from './sample.ts';
import { SampleFields } from './sample-fields.tsx';
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
  const [chosen, setChosen] = useState('');
  const preview = usePreview(value, sample, isOpen);
  const problems = useMemo(() => previewProblems(preview.data), [preview.data]);
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
          problems={problems}
        />
        <ExpandableSection
          headerText={texts.templates.preview}
          variant="footer"
          expanded={isOpen}
          onChange={({ detail }) => setOpen(detail.expanded)}
        >
          {isOpen && (
            <SpaceBetween size="s">
              <RecordedRequestField
                apiId={apiId}
                side={side}
                chosen={chosen}
                onChoose={setChosen}
                sample={sample}
                onSample={setSample}
              />
              <ColumnLayout columns={2}>
                <SampleFields sample={sample} onChange={setSample} />
                <PreviewOutput preview={preview} />
              </ColumnLayout>
            </SpaceBetween>
          )}
        </ExpandableSection>
      </SpaceBetween>
    </Container>
  );
}
