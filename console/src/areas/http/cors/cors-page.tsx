import Button from '@cloudscape-design/components/button';
import type { JSX } from 'react';
import { Page } from '../../../page/index.ts';
import { useApiTrail } from '../../../parts/api-trail.ts';
import { QueryState } from '../../../parts/query-state.tsx';
import { usePageParams, useQueryParam } from '../../../routing/index.ts';
import { http } from '../../../texts/en/http.ts';
import { useHttpApi } from '../use-http-api.ts';
import { ClearCors } from './clear-cors.tsx';
import { CorsForm } from './cors-form.tsx';

const texts = http.cors;

/** Which pages of other origins may call an HTTP API. */
export default function CorsPage(): JSX.Element {
  const { apiId } = usePageParams('apiId');
  const trail = useApiTrail(apiId);
  const api = useHttpApi(apiId);
  const [dialog, setDialog] = useQueryParam('dialog');
  const isSet = api.data?.CorsConfiguration !== undefined;
  return (
    <Page
      title={texts.title}
      trail={trail}
      description={texts.description}
      actions={
        <Button disabled={!isSet} onClick={() => setDialog('clear')}>
          {texts.clear.button}
        </Button>
      }
    >
      <QueryState query={api}>{(data) => <CorsForm apiId={apiId} saved={data.CorsConfiguration} />}</QueryState>
      {dialog === 'clear' && isSet && <ClearCors apiId={apiId} onClose={() => setDialog('')} />}
    </Page>
  );
}
