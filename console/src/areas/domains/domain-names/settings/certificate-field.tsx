import type { JSX } from 'react';
import { ChoiceField } from '../../../../parts/choice-field.tsx';
import { TextField } from '../../../../parts/text-field.tsx';
import { useRegion } from '../../../../routing/index.ts';
import { domains } from '../../../../texts/en/domains.ts';
import { idOfArn, useCertificates } from '../../certificates/use-certificates.ts';

const texts = domains.settings;
/** Where AWS wants the certificates of edge-optimized names (guide page how-to-custom-domains-prerequisites). */
const EDGE_REGION = 'us-east-1';

interface Props {
  readonly isEdge: boolean;
  /** An ARN, or empty. */
  readonly value: string;
  onChange(arn: string): void;
}

/** One of the region's certificates; the ARN of one where it must be in another region. */
export function CertificateField({ isEdge, value, onChange }: Props): JSX.Element {
  const region = useRegion();
  const certificates = useCertificates();
  if (isEdge && region !== EDGE_REGION) {
    return (
      <TextField
        label={texts.certificate}
        description={texts.edgeCertificateHint}
        placeholder={`arn:aws:acm:${EDGE_REGION}:000000000000:certificate/…`}
        value={value}
        onChange={onChange}
      />
    );
  }
  const options = (certificates.data ?? []).map(({ CertificateArn = '', DomainName = '', Status }) => ({
    value: CertificateArn,
    label: DomainName,
    description: idOfArn(CertificateArn),
    ...(Status !== undefined && Status !== 'ISSUED' && { labelTag: Status }),
  }));
  return (
    <ChoiceField
      label={texts.certificate}
      hint={certificates.data?.length === 0 ? texts.noCertificates : texts.certificateHint}
      none={texts.noCertificate}
      query={certificates}
      options={options}
      selected={value}
      onSelect={onChange}
    />
  );
}
