import { Anchor, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import documentation from '../../../docs/webhooks.md?url';
import { CopyLine } from '../guide/CopyLine';
import { useTexts } from '../language';
import { Fold } from '../list/Fold';
import { webhookGuideTexts } from '../texts/webhook_guide';
import { EventCatalogue } from './EventCatalogue';
import { install, receiver } from './receiver_snippet';

/** For whoever writes the receiver: what comes, and how to know that it comes from here. */
export function VerifyGuide({ open }: { open: boolean }) {
  const texts = useTexts(webhookGuideTexts);
  return (
    <Paper p="lg">
      <Stack gap="xs">
        <Part title={texts.told} open={open}>
          <EventCatalogue />
        </Part>
        <Part title={texts.verify} open={open}>
          <Stack gap="md">
            <Text size="sm" maw={720}>
              {texts.verifyText}
            </Text>
            <CopyLine name={texts.install} text={install} />
            <CopyLine name={texts.receiver} text={receiver} />
            <Anchor href={documentation} target="_blank" rel="noreferrer" size="sm" underline="always">
              {texts.documentation}
            </Anchor>
          </Stack>
        </Part>
      </Stack>
    </Paper>
  );
}

function Part({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Fold open={open} head={<Text fw={600}>{title}</Text>}>
        {() => children}
      </Fold>
    </section>
  );
}
