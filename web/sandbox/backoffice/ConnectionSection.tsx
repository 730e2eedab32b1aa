import { Paper, PasswordInput, SimpleGrid, TextInput, Title } from '@mantine/core';
import { ConnectionTest } from './ConnectionTest';
import type { CustomCrm } from './settings';
import type { Change } from './SettingsForm';

export interface SectionProps {
  crm: CustomCrm;
  change: Change;
  errorAt: (name: string) => string | undefined;
}

export function ConnectionSection({ crm, change, errorAt, canTest }: SectionProps & { canTest: boolean }) {
  return (
    <Paper component="section" aria-label="Connection" p="lg">
      <Title order={2} fz="md" mb="md">
        Connection
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <TextInput
          label="API URL"
          description="The address of the CRM, as its supplier gave it to you."
          placeholder="https://"
          type="url"
          autoComplete="off"
          spellCheck={false}
          value={crm.api_url}
          error={errorAt('api_url')}
          onChange={(event) => {
            change({ api_url: event.currentTarget.value.trim() });
          }}
        />
        <PasswordInput
          label="API Token"
          description="Treat it like a password."
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show the token' }}
          value={crm.api_token}
          error={errorAt('api_token')}
          onChange={(event) => {
            change({ api_token: event.currentTarget.value.trim() });
          }}
        />
      </SimpleGrid>
      <ConnectionTest spi="v1" button="Test connection" name="Connection test" canTest={canTest} />
    </Paper>
  );
}
