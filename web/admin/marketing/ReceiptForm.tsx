import { Button, Paper, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import type { Connection } from '../accounts';
import { useTexts } from '../language';
import { memberOf, textOf, useSaveSettings } from '../settings/use_save_settings';

const sends = ['off', 'on_request', 'email', 'sms', 'email_or_sms'] as const;

export function ReceiptForm({ connection }: { connection: Connection }) {
  const { marketing: texts, words } = useTexts();
  const stored = memberOf(connection.settings, 'receipt');
  const lines = Array.isArray(stored.details) ? stored.details.map(String) : [];
  const [send, setSend] = useState(textOf(stored, 'send') || 'off');
  const [fields, setFields] = useState({
    consent: textOf(stored, 'consent'), from_email: textOf(stored, 'from_email'), shop: textOf(stored, 'shop'), details: lines.join('\n'),
  });
  const save = useSaveSettings(connection.account_id, 'receipt');
  const change = (name: keyof typeof fields) => (event: { currentTarget: { value: string } }) => {
    setFields({ ...fields, [name]: event.currentTarget.value });
  };
  return (
    <Paper p="lg" maw={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const details = fields.details.split('\n').map((line) => line.trim()).filter((line) => line !== '');
          save.mutate({ send, ...fields, details });
        }}
      >
        <Stack gap="md">
          <Select
            label={texts.sendTo} allowDeselect={false} value={send} data={sends.map((value) => ({ value, label: texts.sends[value] }))}
            onChange={(value) => { setSend(value ?? 'off'); }}
          />
          <TextInput label={texts.receiptConsent} description={texts.receiptConsentHint} value={fields.consent} onChange={change('consent')} />
          <TextInput label={texts.fromEmail} description={texts.fromEmailHint} type="email" value={fields.from_email} onChange={change('from_email')} />
          <TextInput label={texts.shopName} description={texts.shopNameHint} value={fields.shop} onChange={change('shop')} />
          <Textarea label={texts.details} description={texts.detailsHint} autosize minRows={2} value={fields.details} onChange={change('details')} />
          {save.isError && <ErrorNote title={words.nothingSaved} error={save.error} />}
          <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.save}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
