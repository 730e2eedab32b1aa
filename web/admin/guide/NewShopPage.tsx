import { Button, Paper, PasswordInput, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useWords } from '../../components/words';
import { client, fieldError } from '../api/client';
import { useLanguage, useTexts } from '../language';
import { PageHead } from '../PageHead';
import { navigate } from '../route';
import { guideTexts } from '../texts/guide';
import { wordTexts } from '../texts/words';
import { Beside } from './Beside';
import { countries, countryChoices } from './countries';

const fields = ['name', 'rule_api_key', 'country', 'time_zone', 'currency'];

/** The first step: three fields, and Rule says at once whether the key is right. */
export default function NewShopPage() {
  const guide = useTexts(guideTexts);
  const texts = useTexts(wordTexts);
  const words = useWords();
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [country, setCountry] = useState('SE');
  const place = countries[country] ?? { zone: 'Europe/Stockholm', currency: 'SEK' };
  const add = useMutation({
    mutationFn: () =>
      client.post('/api/v1/accounts', {
        name, rule_api_key: key.trim(), country, time_zone: place.zone, currency: place.currency,
      }),
    onSuccess: async (account) => {
      await queries.invalidateQueries({ queryKey: ['accounts'] });
      navigate({ page: 'setup', account: account.account_id });
    },
  });
  const errorAt = (field: string) => {
    const message = fieldError(add.error, field);
    return message === undefined ? undefined : words.translate(message);
  };
  const elsewhere = add.isError && fields.every((field) => fieldError(add.error, field) === undefined);
  return (
    <>
      <PageHead title={guide.newTitle} text={guide.newText} />
      <Beside steps={guide.ruleSteps}>
        <Paper p="lg">
          <form
            onSubmit={(event) => {
              event.preventDefault();
              add.mutate();
            }}
          >
            <Stack gap="md">
              <TextInput
                label={guide.name} description={guide.nameHint} required withAsterisk={false} maxLength={200} autoComplete="organization"
                value={name} error={errorAt('name')}
                onChange={(event) => {
                  setName(event.currentTarget.value);
                }}
              />
              <PasswordInput
                label={guide.key} description={guide.keyHint} required withAsterisk={false} autoComplete="off"
                value={key} error={errorAt('rule_api_key')} aria-invalid={errorAt('rule_api_key') !== undefined}
                onChange={(event) => {
                  setKey(event.currentTarget.value);
                }}
              />
              <Select
                label={guide.country} description={guide.countryHint(place.zone, place.currency)} searchable allowDeselect={false}
                data={countryChoices(language)} value={country} error={errorAt('country') ?? errorAt('time_zone') ?? errorAt('currency')}
                onChange={(value) => {
                  setCountry(value ?? 'SE');
                }}
              />
              {elsewhere && <ErrorNote title={texts.failed} error={add.error} />}
              <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
                {guide.connect}
              </Button>
            </Stack>
          </form>
        </Paper>
      </Beside>
    </>
  );
}
