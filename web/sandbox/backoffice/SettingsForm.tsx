import { Alert, Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { ApiError, fieldOf, messageOf } from '../../components/api';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert } from '../../components/icons';
import { toastDone } from '../../components/toast';
import { useWords } from '../../components/words';
import { useTexts } from '../language';
import { AccessSection } from './AccessSection';
import { ConnectionSection } from './ConnectionSection';
import { ConnectionTest } from './ConnectionTest';
import { FieldStateTable } from './FieldStateTable';
import { PosSection } from './PosSection';
import { backofficeApi, isSame, warningsFor, type Access, type CustomCrm, type Settings } from './settings';
import classes from './backoffice.module.css';

export type Change = (change: Partial<CustomCrm>) => void;

const crmFields = ['api_url', 'api_token', 'search_placeholder', 'member_number_title', 'mandatory'];
const accessFields = ['crm_v2', 'events'].flatMap((part) => ['url', 'user', 'password'].map((name) => `${part}.${name}`));

/** What the form calls the refused field: both connections have a `url`, so that one goes by its whole path. */
function refusedField(error: unknown): string | null {
  const path = error instanceof ApiError ? error.field : null;
  return path !== null && accessFields.includes(path) ? path : fieldOf(error);
}

export function SettingsForm({ saved }: { saved: Settings }) {
  const all = useTexts();
  const { backoffice: texts, words } = all;
  const { translate } = useWords();
  const [settings, setSettings] = useState(saved);
  const crm = settings.custom_crm;
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => backofficeApi.save(settings),
    onSuccess: (answer) => {
      queries.setQueryData(['settings'], answer);
      setSettings(answer);
      toastDone(texts.saved);
    },
  });
  const change: Change = (part) => {
    setSettings((previous) => ({ ...previous, custom_crm: { ...previous.custom_crm, ...part } }));
  };
  const access = (name: 'crm_v2' | 'events') => ({
    access: settings[name],
    errorAt: (field: keyof Access) => errorAt(`${name}.${field}`),
    onChange: (part: Partial<Access>) => {
      setSettings((previous) => ({ ...previous, [name]: { ...previous[name], ...part } }));
    },
  });
  const isDirty = !isSame(settings, saved);
  const refused = refusedField(save.error);
  const errorAt = (name: string) => (refused === name ? translate(messageOf(save.error)) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  useEffect(() => {
    if (save.error) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [save.error]);

  return (
    <form aria-label={texts.crm} noValidate onSubmit={submit}>
      <Stack gap="lg">
        {save.isError && ![...crmFields, ...accessFields].includes(refused ?? '') && <ErrorNote title={words.notSaved} error={save.error} />}
        <ConnectionSection crm={crm} change={change} errorAt={errorAt} canTest={!isDirty && crm.api_url !== ''} />
        <AccessSection title={texts.v2} hint={texts.v2Text} of={texts.of.crm_v2} {...access('crm_v2')}>
          <ConnectionTest
            spi="v2"
            button={texts.testV2}
            name={texts.testV2Result}
            canTest={!isDirty && settings.crm_v2.url !== ''}
          />
        </AccessSection>
        <AccessSection title={texts.events} hint={texts.eventsText} of={texts.of.events} {...access('events')} />
        <PosSection crm={crm} change={change} errorAt={errorAt} />
        <Warnings warnings={warningsFor(crm, all)} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <FieldStateTable
            title={texts.registration}
            hint={texts.registrationHint}
            fields={crm.register_fields}
            onChange={(register_fields) => {
              change({ register_fields });
            }}
          />
          <FieldStateTable
            title={texts.update}
            hint={texts.updateHint}
            fields={crm.update_fields}
            onChange={(update_fields) => {
              change({ update_fields });
            }}
          />
        </SimpleGrid>
      </Stack>
      <Footer isDirty={isDirty} pending={save.isPending} />
    </form>
  );
}

function Footer({ isDirty, pending }: { isDirty: boolean; pending: boolean }) {
  const { backoffice: texts, words } = useTexts();
  return (
    <Group className={classes.footer} justify="flex-end">
      <Text size="sm" c="dimmed" role="status">
        {isDirty ? texts.unsaved : texts.allSaved}
      </Text>
      <Button type="submit" loading={pending} miw={110}>
        {words.save}
      </Button>
    </Group>
  );
}

function Warnings({ warnings }: { warnings: string[] }) {
  const { backoffice: texts } = useTexts();
  if (warnings.length === 0) return null;
  return (
    <Alert role="alert" color="orange" icon={<IconAlert size={20} />} title={texts.checkFields}>
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={warning}>{warning}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
