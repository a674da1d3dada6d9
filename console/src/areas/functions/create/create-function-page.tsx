import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, type JSX, useState } from 'react';
import { useSteps } from '../../../data/index.ts';
import { Page, useNotify } from '../../../page/index.ts';
import { ErrorAlert } from '../../../parts/error-alert.tsx';
import { useHref, useNavigate, useQueryParam } from '../../../routing/index.ts';
import { useAws } from '../../../session/index.ts';
import { functions } from '../../../texts/en/functions.ts';
import { functionPath } from '../addresses.ts';
import { BasicsFields } from './basics-fields.tsx';
import { createFunction } from './create-function.ts';
import { type FunctionDraft, isWhole, NEW_FUNCTION, SOURCES } from './draft.ts';
import { PermissionsFields } from './permissions-fields.tsx';
import { SourceField } from './source-field.tsx';

const texts = functions.create;
const TRAIL = [
  { text: functions.service, path: '/functions' },
  { text: functions.list.title, path: '/functions' },
];

/** Makes a function from a template, a zip file, or a folder of the server's machine. */
export default function CreateFunctionPage(): JSX.Element {
  const aws = useAws();
  const href = useHref();
  const navigate = useNavigate();
  const notify = useNotify();
  const [asked, setAsked] = useQueryParam('from');
  const source = SOURCES.find((known) => known === asked) ?? 'template';
  const [draft, setDraft] = useState<FunctionDraft>(NEW_FUNCTION);
  const [suffix] = useState(randomSuffix);
  const create = useSteps('lambda', () => createFunction(aws, draft, source, suffix));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWhole(draft, source) || create.isRunning) return;
    create.run(undefined, ({ FunctionName = '' }) => {
      notify({ type: 'success', content: texts.done(FunctionName) });
      navigate(functionPath(FunctionName));
    });
  };
  const set = (changes: Partial<FunctionDraft>): void => setDraft((before) => ({ ...before, ...changes }));
  return (
    <Page title={texts.title} description={texts.description} trail={TRAIL}>
      <form onSubmit={submit}>
        <Form
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button formAction="none" variant="link" href={href('/functions')}>
                {texts.cancel}
              </Button>
              <Button variant="primary" disabled={!isWhole(draft, source)} loading={create.isRunning}>
                {texts.submit}
              </Button>
            </SpaceBetween>
          }
        >
          <SpaceBetween size="l">
            <SourceField value={source} onChange={setAsked} />
            <BasicsFields draft={draft} source={source} onChange={set} />
            <PermissionsFields draft={draft} onChange={set} />
            {create.error && <ErrorAlert error={create.error} />}
          </SpaceBetween>
        </Form>
      </form>
    </Page>
  );
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function randomSuffix(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
