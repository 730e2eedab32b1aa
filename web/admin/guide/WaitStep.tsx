import { Alert, Group, List, Loader, Paper, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert, IconCheck } from '../../components/icons';
import type { Schemas } from '../api/client';
import { useChosen } from '../accounts';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { PageLink } from '../PageLink';
import { useOverview } from '../overview/use_overview';
import { guideTexts } from '../texts/guide';
import { Troubles } from './Troubles';

type Sign = keyof Schemas['Overview']['first'];
const signs: Sign[] = ['call', 'customer', 'order'];

/** Turns green by itself, and says what to look at where it does not. */
export function WaitStep({ account }: { account: string }) {
  const guide = useTexts(guideTexts);
  const overview = useOverview(account, 2_500);
  if (!overview.data) {
    return overview.isError ? <ErrorNote title={guide.trouble} error={overview.error} onRetry={() => void overview.refetch()} /> : <Loader />;
  }
  const { first } = overview.data;
  const missing = signs.find((sign) => first[sign] === null);
  return (
    <Stack gap="md" maw={760}>
      <Text>{guide.waitText}</Text>
      <Paper p="lg">
        <Stack gap="lg" role="status">
          {signs.map((sign) => (
            <SignRow key={sign} sign={sign} at={first[sign]} />
          ))}
        </Stack>
      </Paper>
      {missing === undefined ? <AllDone account={account} /> : <Hints sign={missing} />}
      <Troubles account={account} overview={overview.data} />
    </Stack>
  );
}

function SignRow({ sign, at }: { sign: Sign; at: string | null }) {
  const guide = useTexts(guideTexts);
  const { account } = useChosen();
  const format = useFormat(account?.time_zone);
  return (
    <Group gap="md" wrap="nowrap">
      {at === null ? (
        <Loader size={30} color="gray" aria-hidden />
      ) : (
        <ThemeIcon size={30} radius="xl" color="teal.8">
          <IconCheck size={18} />
        </ThemeIcon>
      )}
      <div>
        <Text fw={600}>{guide.first[sign]}</Text>
        <Text size="sm" c="dimmed">
          {at === null ? guide.waiting : guide.came(format.time(at))}
        </Text>
      </div>
    </Group>
  );
}

function AllDone({ account }: { account: string }) {
  const guide = useTexts(guideTexts);
  return (
    <Alert color="teal" role="note" icon={<IconCheck size={18} />} title={guide.allDone}>
      {guide.allDoneText} <PageLink to={{ page: 'overview', account }}>{guide.toOverview}</PageLink>
    </Alert>
  );
}

function Hints({ sign }: { sign: Sign }) {
  const guide = useTexts(guideTexts);
  return (
    <Alert color="blue" role="note" icon={<IconAlert size={18} />}>
      <Title order={2} fz={15} mb="xs">
        {guide.hintTitle}
      </Title>
      <List size="sm" spacing={6}>
        {guide.hints[sign].map((hint) => (
          <List.Item key={hint}>{hint}</List.Item>
        ))}
      </List>
      <Text size="sm" mt="xs">
        {guide.help}
      </Text>
    </Alert>
  );
}
