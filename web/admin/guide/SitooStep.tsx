import { Button, Group, NumberInput, Paper, PasswordInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useWords } from '../../components/words';
import type { Connection } from '../accounts';
import { client, fieldError } from '../api/client';
import { useTexts } from '../language';
import { guideTexts } from '../texts/guide';
import { wordTexts } from '../texts/words';
import { Beside } from './Beside';

/** The generation of Sitoo's interface that the shop's tills speak. */
export type Spi = 'v1' | 'v2';

interface Props {
  connection: Connection;
  spi: Spi;
  onSpi: (spi: Spi) => void;
  onDone: () => void;
}

const fields = ['sitoo_api_id', 'sitoo_password', 'eshop_id'];

export function SitooStep({ connection, spi, onSpi, onDone }: Props) {
  const guide = useTexts(guideTexts);
  const texts = useTexts(wordTexts);
  const words = useWords();
  const queries = useQueryClient();
  const [apiId, setApiId] = useState(connection.sitoo_api_id);
  const [password, setPassword] = useState('');
  const [eshop, setEshop] = useState(connection.eshop_id);
  const save = useMutation({
    mutationFn: () =>
      client.patch(
        '/api/v1/accounts/{account}',
        { sitoo_api_id: apiId.trim(), eshop_id: eshop, ...(password === '' ? {} : { sitoo_password: password }) },
        { params: { account: connection.account_id } },
      ),
    onSuccess: (changed) => {
      queries.setQueryData(['account', connection.account_id], changed);
      onDone();
    },
  });
  const errorAt = (field: string) => {
    const message = fieldError(save.error, field);
    return message === undefined ? undefined : words.translate(message);
  };
  const elsewhere = save.isError && fields.every((field) => fieldError(save.error, field) === undefined);
  return (
    <Beside steps={guide.sitooSteps}>
      <Paper p="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate();
          }}
        >
          <Stack gap="md">
            <VersionChoice spi={spi} onSpi={onSpi} />
            <Text size="sm">{spi === 'v2' ? guide.sitooNeeded : guide.sitooText}</Text>
            <TextInput
              label={guide.apiId} description={guide.apiIdHint} autoComplete="off" value={apiId} error={errorAt('sitoo_api_id')}
              onChange={(event) => {
                setApiId(event.currentTarget.value);
              }}
            />
            <PasswordInput
              label={guide.apiPassword} autoComplete="off" value={password} error={errorAt('sitoo_password')}
              {...(connection.sitoo_api_id === '' ? {} : { description: guide.passwordKept })}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
              }}
            />
            <NumberInput
              label={guide.eshop} description={guide.eshopHint} min={1} allowDecimal={false} hideControls value={eshop}
              error={errorAt('eshop_id')}
              onChange={(value) => {
                setEshop(Number(value));
              }}
            />
            {elsewhere && <ErrorNote title={texts.nothingSaved} error={save.error} />}
            <Group gap="sm">
              <Button type="submit" loading={save.isPending}>
                {guide.next}
              </Button>
              {spi === 'v1' && apiId === '' && (
                <Button variant="default" onClick={onDone}>
                  {guide.skip}
                </Button>
              )}
            </Group>
          </Stack>
        </form>
      </Paper>
    </Beside>
  );
}

function VersionChoice({ spi, onSpi }: Pick<Props, 'spi' | 'onSpi'>) {
  const guide = useTexts(guideTexts);
  return (
    <Radio.Group
      label={guide.version}
      value={spi}
      onChange={(value) => {
        onSpi(value === 'v2' ? 'v2' : 'v1');
      }}
    >
      <Stack gap="xs" mt="xs">
        <Radio value="v1" label={guide.v1} description={guide.v1Text} />
        <Radio value="v2" label={guide.v2} description={guide.v2Text} />
      </Stack>
    </Radio.Group>
  );
}
