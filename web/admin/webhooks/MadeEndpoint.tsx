import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/client';
import { CopyLine } from '../guide/CopyLine';
import { useTexts } from '../language';
import { navigate } from '../route';
import { endpointFormTexts } from '../texts/endpoint_form';
import { useAccountId, type Endpoint } from './endpoint';

interface Props {
  endpoint: Endpoint & Schemas['EndpointSecret'];
  onClose: () => void;
}

/** What is needed next: the secret for the receiver, and a test of it. */
export function MadeEndpoint({ endpoint: { endpoint_id, secret }, onClose }: Props) {
  const texts = useTexts(endpointFormTexts);
  const account = useAccountId();
  const said = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone with the form.
  useEffect(() => { said.current?.focus(); }, []);
  return (
    <Stack gap="md">
      <Text size="sm" ref={said} tabIndex={-1} style={{ outline: 'none' }}>
        {texts.madeText}
      </Text>
      <CopyLine name={texts.madeSecret} text={secret} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {texts.done}
        </Button>
        <Button onClick={() => { navigate({ page: 'webhooks', account, id: endpoint_id }); }}>{texts.goOn}</Button>
      </Group>
    </Stack>
  );
}
