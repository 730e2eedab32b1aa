import { Paper, PasswordInput, SimpleGrid, TextInput, Title } from '@mantine/core';
import { useTexts } from '../language';
import { ConnectionTest } from './ConnectionTest';
import type { CustomCrm } from './settings';
import type { Change } from './SettingsForm';

export interface SectionProps {
  crm: CustomCrm;
  change: Change;
  errorAt: (name: string) => string | undefined;
}

export function ConnectionSection({ crm, change, errorAt, canTest }: SectionProps & { canTest: boolean }) {
  const { backoffice: texts } = useTexts();
  return (
    <Paper component="section" aria-label={texts.connection} p="lg">
      <Title order={2} fz="md" mb="md">
        {texts.connection}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <TextInput
          label="API URL"
          description={texts.urlHint}
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
          description={texts.tokenHint}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': texts.showToken }}
          value={crm.api_token}
          error={errorAt('api_token')}
          onChange={(event) => {
            change({ api_token: event.currentTarget.value.trim() });
          }}
        />
      </SimpleGrid>
      <ConnectionTest spi="v1" button={texts.test} name={texts.testResult} canTest={canTest} />
    </Paper>
  );
}
