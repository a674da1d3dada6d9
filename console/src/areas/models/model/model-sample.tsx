import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { JSX } from 'react';
import { useCall } from '../../../data/index.ts';
import { CodeEditor } from '../../../parts/code-editor/index.tsx';
import { QueryState } from '../../../parts/query-state.tsx';
import { useHref } from '../../../routing/index.ts';
import { models } from '../../../texts/en/models.ts';
import { isJsonType } from '../schema/schema-problems.ts';
import type { Model } from '../use-models.ts';

const texts = models.model;

interface Props {
  readonly apiId: string;
  readonly model: Model;
}

/** The template that API Gateway makes of a model (`GetModelTemplate`). */
export function ModelSample({ apiId, model: { name = '', contentType = '' } }: Props): JSX.Element {
  const href = useHref();
  const isJson = isJsonType(contentType);
  const sample = useCall('apigateway', 'getModelTemplate', { restApiId: apiId, modelName: name }, { enabled: isJson });
  const tryIt = (
    <Button href={href(`/apis/${apiId}/playground?start=${encodeURIComponent(`model:${name}`)}`)}>{texts.try}</Button>
  );
  return (
    <Container
      header={
        <Header variant="h2" description={texts.sampleHint} actions={isJson && tryIt}>
          {texts.sample}
        </Header>
      }
    >
      {isJson ? (
        <QueryState query={sample}>
          {({ value = '' }) => <CodeEditor value={value} language="vtl" label={texts.sample} minLines={3} />}
        </QueryState>
      ) : (
        texts.noSample
      )}
    </Container>
  );
}
