import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../components/CopyButton';
import { IconEye, IconEyeOff } from '../../components/icons';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { Section } from '../list/Section';
import { endpointsTexts } from '../texts/endpoints';
import { rightTexts } from '../texts/rights';
import { oldSecretEnds, type Endpoint } from './endpoint';
import { RotateButton } from './RotateButton';
import { useSecret } from './use_secret';
import { rightOf, useWebhookRights } from './use_webhook_rights';

export function SecretSection({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const rights = useTexts(rightTexts);
  const format = useFormat(useChosen().account?.time_zone);
  const maySee = useWebhookRights()('secret');
  const oldEnds = oldSecretEnds(endpoint);
  return (
    <Section title={texts.secret} text={texts.secretText}>
      <Stack gap="sm">
        {maySee ? <Secret endpoint={endpoint} /> : <Text size="sm">{texts.needs(rights.scopes[rightOf.secret])}</Text>}
        {oldEnds !== null && (
          <Text size="sm" role="status">
            {texts.oldEnds(format.time(oldEnds))}
          </Text>
        )}
      </Stack>
    </Section>
  );
}

/** It is asked for when somebody wants to see it, and forgotten when they have. */
function Secret({ endpoint }: { endpoint: Endpoint }) {
  const texts = useTexts(endpointsTexts);
  const { secret, reveal, rotate, hide } = useSecret(endpoint);
  const isShown = secret !== null;
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default" leftSection={isShown ? <IconEyeOff size={16} /> : <IconEye size={16} />} loading={reveal.isPending}
          onClick={() => { if (isShown) hide(); else reveal.mutate(); }}
        >
          {isShown ? texts.hide : texts.reveal}
        </Button>
        <RotateButton oldEnds={oldSecretEnds(endpoint)} isPending={rotate.isPending} onRotate={rotate.mutateAsync} />
      </Group>
      {isShown && (
        <Group gap="sm" role="status">
          <Code p="xs" fz={14} style={{ flex: '1 1 260px', overflowWrap: 'anywhere', minWidth: 0 }}>
            {secret}
          </Code>
          <CopyButton text={secret} what={texts.secret} />
        </Group>
      )}
    </>
  );
}
