import { Alert, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../components/words';
import { useChosen, zoneOf } from '../accounts';
import { makeFormat } from '../format';
import { useLanguage, useTexts } from '../language';
import { PageLink } from '../PageLink';
import { useMay } from '../rights';
import { scopeOf } from '../shell/page_table';
import { overviewTexts } from '../texts/overview';
import { wordTexts } from '../texts/words';
import { useTroubles, type Trouble } from './use_troubles';

/** The newest things that need a person, in plain words and with what to do. */
export function Troubles() {
  const texts = useTexts(overviewTexts);
  const words = useTexts(wordTexts);
  const { troubles, isKnown, isStale } = useTroubles();
  return (
    <Paper p="lg" component="section" aria-label={texts.troubles}>
      <Stack gap="sm">
        <Title order={2} fz={16}>
          {texts.troubles}
        </Title>
        {isStale && <Alert color="yellow" role="note">{words.notFresh}</Alert>}
        {isKnown && troubles.length === 0 && <Text size="sm" c="dimmed">{texts.noTroubles}</Text>}
        {troubles.length > 0 && (
          <List listStyleType="none" spacing="md" withPadding={false}>
            {troubles.map((trouble) => (
              <List.Item key={trouble.key}>
                <TroubleLine trouble={trouble} />
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}

function TroubleLine({ trouble: { what, subject, detail, todo, at, page, account } }: { trouble: Trouble }) {
  const texts = useTexts(overviewTexts);
  const words = useWords();
  const { language } = useLanguage();
  const may = useMay();
  const chosen = useChosen();
  const shop = chosen.account === null ? chosen.accounts.find(({ account_id }) => account_id === account)?.name : undefined;
  const time = at === null ? null : makeFormat(language, zoneOf(chosen.accounts, account)).time(at);
  return (
    <>
      <Text fw={600} size="sm">
        {[what, shop].filter((text) => text !== undefined).join(' · ')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {subject !== '' && `${subject}: `}
        {words.translate(detail)}
        {time !== null && ` (${time})`}
      </Text>
      <Text size="sm" c="dimmed">
        {todo} {may(scopeOf({ page, account })) && <PageLink to={{ page, account }} underline="always">{texts.goThere[page]}</PageLink>}
      </Text>
    </>
  );
}
