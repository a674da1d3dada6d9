import Link from '@cloudscape-design/components/link';
import type { JSX } from 'react';
import { NamedValues } from '../../../parts/named-values.tsx';
import { useHref } from '../../../routing/index.ts';
import { resources } from '../../../texts/en/resources.ts';

const texts = resources.methodRequest;

interface Props {
  readonly restApiId: string;
  readonly title: string;
  readonly empty: string;
  /** Content types with the names of models. */
  readonly models: Readonly<Record<string, string>>;
}

/** The models of a body, each with the way to it. */
export function ModelLinks({ restApiId, title, empty, models }: Props): JSX.Element {
  const href = useHref();
  return (
    <NamedValues
      title={title}
      empty={empty}
      nameHeader={texts.contentType}
      valueHeader={texts.model}
      values={Object.entries(models).map(([contentType, model]) => [
        contentType,
        <Link key={contentType} href={href(`/apis/${restApiId}/models/model/${encodeURIComponent(model)}`)}>
          {model}
        </Link>,
      ])}
    />
  );
}
