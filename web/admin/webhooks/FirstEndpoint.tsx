import { Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconWebhook } from '../../components/icons';
import { useTexts } from '../language';
import { endpointsTexts } from '../texts/endpoints';
import { webhookGuideTexts } from '../texts/webhook_guide';

/** In the place of a list that is still empty: what outgoing webhooks are for. */
export function FirstEndpoint() {
  const texts = useTexts(endpointsTexts);
  const guide = useTexts(webhookGuideTexts);
  return (
    <Paper p="xl">
      <Stack align="center" gap="sm">
        <ThemeIcon size={48} radius="xl" variant="light" color="gray">
          <IconWebhook size={22} />
        </ThemeIcon>
        <Title order={2} fz={18}>
          {texts.emptyTitle}
        </Title>
        <Stack gap="xs" maw={640}>
          {guide.what.map((sentence) => (
            <Text key={sentence}>{sentence}</Text>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}
