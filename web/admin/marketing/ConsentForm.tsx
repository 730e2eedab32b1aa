import { Button, Paper, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import type { Connection } from '../accounts';
import { useTexts } from '../language';
import { memberOf, useSaveSettings } from '../settings/use_save_settings';

export function ConsentForm({ connection }: { connection: Connection }) {
  const { marketing: texts, words } = useTexts();
  const stored = memberOf(connection.settings, 'consent');
  const [fields, setFields] = useState(stored.fields !== false);
  const [suppressions, setSuppressions] = useState(stored.suppressions === true);
  const save = useSaveSettings(connection.account_id, 'consent');
  return (
    <Paper p="lg" maw={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ fields, suppressions });
        }}
      >
        <Stack gap="md">
          <Text>{texts.consentText}</Text>
          <Switch
            label={texts.consentFields} description={texts.consentFieldsHint} checked={fields}
            onChange={(event) => { setFields(event.currentTarget.checked); }}
          />
          <Switch
            label={texts.suppressions} description={texts.suppressionsHint} checked={suppressions}
            onChange={(event) => { setSuppressions(event.currentTarget.checked); }}
          />
          {save.isError && <ErrorNote title={words.nothingSaved} error={save.error} />}
          <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.save}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
