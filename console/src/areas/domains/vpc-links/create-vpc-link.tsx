import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { type JSX, useState } from 'react';
import { useAction } from '../../../data/index.ts';
import { useNotify } from '../../../page/index.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { useNavigate } from '../../../routing/index.ts';
import { vpcLinks } from '../../../texts/en/vpc-links.ts';

const texts = vpcLinks.create;
const EXAMPLE = 'arn:aws:elasticloadbalancing:us-east-1:000000000000:loadbalancer/net/shop/0123456789abcdef';

/** Makes a link to a network load balancer. */
export function CreateVpcLink({ onClose }: { onClose(): void }): JSX.Element {
  const create = useAction('apigateway', 'createVpcLink');
  const navigate = useNavigate();
  const notify = useNotify();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [target, setTarget] = useState('');
  const submit = (): void =>
    create.run({ name, targetArns: [target.trim()], ...(description !== '' && { description }) }, ({ id = '' }) => {
      notify({ type: 'success', content: texts.done(name) });
      navigate(`/vpc-links/${id}`);
    });
  return (
    <Dialog
      title={texts.title}
      action={texts.button}
      isReady={name.trim() !== '' && target.trim() !== ''}
      isRunning={create.isRunning}
      error={create.error}
      onSubmit={submit}
      onDismiss={onClose}
    >
      <FormField label={texts.name} description={texts.nameHint}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} autoFocus autoComplete={false} />
      </FormField>
      <FormField label={texts.description}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} autoComplete={false} />
      </FormField>
      <FormField label={texts.target} description={texts.targetHint}>
        <Input
          value={target}
          onChange={({ detail }) => setTarget(detail.value)}
          placeholder={EXAMPLE}
          spellcheck={false}
          autoComplete={false}
        />
      </FormField>
    </Dialog>
  );
}
