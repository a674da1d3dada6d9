import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type JSX, useState } from 'react';
import type { Output } from '../../../aws/index.ts';
import { useAction } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { SaveForm } from '../../../parts/save-form.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { keys } from '../../../texts/en/keys.ts';
import { KEY_TRAIL } from '../trail.ts';

const texts = keys.import;
const EXAMPLE = 'Name,Key,Description,Enabled,UsagePlanIds\nmobile,0123456789abcdef0123456789abcdef,The app,true,';

/** Keys from a file of comma-separated values, as the guide describes it ("API Gateway API key file format"). */
export default function ImportKeysPage(): JSX.Element {
  const navigate = useNavigate();
  const notify = useNotify();
  const [csv, setCsv] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [failOnWarnings, setFailOnWarnings] = useState(false);
  const run = useAction('apigateway', 'importApiKeys');
  const choose = async (chosen: readonly File[]): Promise<void> => {
    setFiles(chosen);
    const [file] = chosen;
    if (file) setCsv(await file.text());
  };
  const tell = ({ ids = [], warnings = [] }: Output<'apigateway', 'importApiKeys'>): void => {
    if (warnings.length > 0) {
      notify({ type: 'warning', header: texts.warnings(warnings.length), content: <Lines lines={warnings} /> });
    } else if (ids.length === 0) notify({ type: 'warning', content: texts.done(0) });
    // Then the lines stay, to be mended.
    if (ids.length === 0) return;
    notify({ type: 'success', content: texts.done(ids.length) });
    navigate('/api-keys');
  };
  return (
    <Page title={texts.title} trail={KEY_TRAIL}>
      <SaveForm
        isRunning={run.isRunning}
        error={run.error}
        canSave={csv.trim() !== ''}
        saveText={texts.submit}
        onCancel={() => navigate('/api-keys')}
        onSave={() => run.run({ body: new TextEncoder().encode(csv), format: 'csv', failOnWarnings }, tell)}
      >
        <Container>
          <SpaceBetween size="l">
            <FormField label={texts.file} description={texts.hint}>
              <FileUpload
                value={[...files]}
                onChange={({ detail }) => choose(detail.value)}
                accept=".csv,.txt"
                showFileSize
                i18nStrings={texts.upload}
              />
            </FormField>
            <FormField label={texts.csv} stretch>
              <Textarea
                value={csv}
                onChange={({ detail }) => setCsv(detail.value)}
                placeholder={EXAMPLE}
                rows={10}
                spellcheck={false}
              />
            </FormField>
            <Checkbox
              checked={failOnWarnings}
              description={texts.failOnWarningsHint}
              onChange={({ detail }) => setFailOnWarnings(detail.checked)}
            >
              {texts.failOnWarnings}
            </Checkbox>
          </SpaceBetween>
        </Container>
      </SaveForm>
    </Page>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): JSX.Element {
  return (
    <>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </>
  );
}
