import { Alert, TextInput } from '@mantine/core';
import { useTexts } from '../language';
import { endpointFormTexts } from '../texts/endpoint_form';
import type { Draft, Field } from './draft';
import { TypeChoice } from './TypeChoice';

interface Props {
  draft: Draft;
  errorAt: (field: Field) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
}

const example = 'https://shop.example.com/webhooks';

export function EndpointFields({ draft, errorAt, onChange }: Props) {
  const texts = useTexts(endpointFormTexts);
  return (
    <>
      <TextInput
        label={texts.address} description={texts.addressHint} placeholder={example} value={draft.url} error={errorAt('url')} type="url" maxLength={2000}
        autoComplete="off" autoCapitalize="none" spellCheck={false} data-autofocus onChange={(event) => { onChange({ url: event.currentTarget.value }); }}
      />
      <TextInput
        label={texts.description} description={texts.descriptionHint} value={draft.description} error={errorAt('description')} maxLength={200}
        autoComplete="off" onChange={(event) => { onChange({ description: event.currentTarget.value }); }}
      />
      <TypeChoice told={draft.told} types={draft.types} error={errorAt('types')} onChange={onChange} />
      <Alert color="blue" role="note">
        {texts.personal}
      </Alert>
    </>
  );
}
