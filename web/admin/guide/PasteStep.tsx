import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { IconAlert } from '../../components/icons';
import type { Connection } from '../accounts';
import { useTexts } from '../language';
import { guideTexts } from '../texts/guide';
import { Beside } from './Beside';
import { CopyLine } from './CopyLine';
import type { Spi } from './SitooStep';

interface Props {
  connection: Connection;
  spi: Spi;
  onDone: () => void;
}

const locals = new Set(['127.0.0.1', 'localhost', '0.0.0.0', '[::1]', '[::]']);

/** What would keep a till from calling this address. */
export function addressTrouble(address: string): 'local' | 'plain' | null {
  const url = URL.parse(address);
  if (url === null) return null;
  if (locals.has(url.hostname)) return 'local';
  return url.protocol === 'https:' ? null : 'plain';
}

function Place({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper p="lg" component="section" aria-label={title}>
      <Stack gap="md">
        <Title order={2} fz={16}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}

export function PasteStep({ connection, spi, onDone }: Props) {
  const guide = useTexts(guideTexts);
  const trouble = addressTrouble(connection.api_url_v1);
  return (
    <Beside steps={spi === 'v1' ? guide.crmSteps : guide.posSteps}>
      <Stack gap="md">
        <Text>{guide.pasteText}</Text>
        {trouble && (
          <Alert color="yellow" role="note" icon={<IconAlert size={18} />}>
            {trouble === 'local' ? guide.localAddress(new URL(connection.api_url_v1).host) : guide.plainAddress}
          </Alert>
        )}
        {spi === 'v1' ? (
          <Place title={guide.inCrm}>
            <CopyLine name={guide.apiUrl} text={connection.api_url_v1} />
            <CopyLine name={guide.apiToken} text={connection.api_token} />
          </Place>
        ) : (
          <>
            <Place title={guide.inPos}>
              <CopyLine name={guide.yaml} text={connection.pos_yaml} />
            </Place>
            <Place title={guide.inEvents}>
              <CopyLine name={guide.eventsUrl} text={connection.events_url} />
              <CopyLine name={guide.user} text={connection.basic_user} />
              <CopyLine name={guide.password} text={connection.basic_password} />
            </Place>
          </>
        )}
        <Place title={guide.inRule}>
          {Object.entries(connection.webhook_urls).map(([event, url]) => (
            <CopyLine key={event} name={guide.webhook(event)} text={url} />
          ))}
        </Place>
        <Button onClick={onDone} style={{ alignSelf: 'flex-start' }}>
          {guide.done}
        </Button>
      </Stack>
    </Beside>
  );
}
