import { Button, Paper, PasswordInput, SimpleGrid, Stack, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { toastDone } from '../../components/toast';
import { useWords } from '../../components/words';
import type { Connection } from '../accounts';
import { client, fieldError } from '../api/client';
import { useTexts } from '../language';

const names = ['name', 'country', 'time_zone', 'currency', 'sitoo_base_url', 'sitoo_api_id', 'sitoo_password', 'eshop_id', 'rule_api_key'] as const;
type Name = (typeof names)[number];

export function ShopForm({ connection }: { connection: Connection }) {
  const { settings: texts, guide, words: common } = useTexts();
  const words = useWords();
  const queries = useQueryClient();
  const [fields, setFields] = useState<Record<Name, string>>({
    name: connection.name, country: connection.country, time_zone: connection.time_zone, currency: connection.currency,
    sitoo_base_url: connection.sitoo_base_url, sitoo_api_id: connection.sitoo_api_id, sitoo_password: '', eshop_id: String(connection.eshop_id),
    rule_api_key: '',
  });
  const save = useMutation({
    mutationFn: () => {
      const { sitoo_password, rule_api_key, eshop_id, ...rest } = fields;
      const secrets = { ...(sitoo_password === '' ? {} : { sitoo_password }), ...(rule_api_key === '' ? {} : { rule_api_key }) };
      const change = { ...rest, eshop_id: Number(eshop_id), ...secrets };
      return client.patch('/api/v1/accounts/{account}', change, { params: { account: connection.account_id } });
    },
    onSuccess: async (changed) => {
      queries.setQueryData(['account', connection.account_id], changed);
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      toastDone(common.saved);
    },
  });
  const field = (name: Name) => {
    const message = fieldError(save.error, name);
    return {
      value: fields[name],
      error: message === undefined ? undefined : words.translate(message),
      onChange: (event: { currentTarget: { value: string } }) => {
        setFields({ ...fields, [name]: event.currentTarget.value });
      },
    };
  };
  const elsewhere = save.isError && names.every((name) => fieldError(save.error, name) === undefined);
  return (
    <Paper p="lg" component="section" aria-label={texts.shop}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="md">
          <Title order={2} fz={18}>
            {texts.shop}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput label={texts.name} {...field('name')} />
            <TextInput label={texts.country} maxLength={2} {...field('country')} />
            <TextInput label={texts.timeZone} {...field('time_zone')} />
            <TextInput label={texts.currency} maxLength={3} {...field('currency')} />
            <TextInput label={guide.apiId} autoComplete="off" {...field('sitoo_api_id')} />
            <PasswordInput label={guide.apiPassword} description={guide.passwordKept} inputWrapperOrder={['label', 'input', 'description', 'error']} autoComplete="off" {...field('sitoo_password')} />
            <PasswordInput label={guide.key} description={guide.passwordKept} inputWrapperOrder={['label', 'input', 'description', 'error']} autoComplete="off" {...field('rule_api_key')} />
            <TextInput label={guide.eshop} inputMode="numeric" {...field('eshop_id')} />
            <TextInput label={texts.baseUrl} description={texts.baseUrlHint} inputWrapperOrder={['label', 'input', 'description', 'error']} type="url" {...field('sitoo_base_url')} />
          </SimpleGrid>
          {elsewhere && <ErrorNote title={common.nothingSaved} error={save.error} />}
          <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
            {common.save}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
