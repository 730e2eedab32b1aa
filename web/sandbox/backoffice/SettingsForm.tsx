import { Alert, Button, Group, List, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { fieldOf, messageOf } from '../../components/api';
import { ErrorNote } from '../../components/ErrorNote';
import { IconAlert } from '../../components/icons';
import { toastDone } from '../../components/toast';
import { ConnectionSection } from './ConnectionSection';
import { FieldStateTable } from './FieldStateTable';
import { PosSection } from './PosSection';
import { backofficeApi, isSame, warningsFor, type CustomCrm } from './settings';
import classes from './backoffice.module.css';

export type Change = (change: Partial<CustomCrm>) => void;

const shownAtField = ['api_url', 'api_token', 'search_placeholder', 'member_number_title', 'mandatory'];

export function SettingsForm({ saved }: { saved: CustomCrm }) {
  const [crm, setCrm] = useState(saved);
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => backofficeApi.save({ custom_crm: crm }),
    onSuccess: (settings) => {
      queries.setQueryData(['settings'], settings);
      setCrm(settings.custom_crm);
      toastDone('Settings saved');
    },
  });
  const change: Change = (part) => {
    setCrm((previous) => ({ ...previous, ...part }));
  };
  const isDirty = !isSame(crm, saved);
  const refused = fieldOf(save.error);
  const errorAt = (name: string) => (refused === name ? messageOf(save.error) : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  useEffect(() => {
    if (save.error) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [save.error]);

  return (
    <form aria-label="Custom CRM" noValidate onSubmit={submit}>
      <Stack gap="lg">
        {save.isError && !shownAtField.includes(refused ?? '') && <ErrorNote title="Not saved" error={save.error} />}
        <ConnectionSection crm={crm} change={change} errorAt={errorAt} canTest={!isDirty && crm.api_url !== ''} />
        <PosSection crm={crm} change={change} errorAt={errorAt} />
        <Warnings warnings={warningsFor(crm)} />
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <FieldStateTable
            title="Registration of new contact"
            hint="What a new customer is asked for. Keep it short."
            fields={crm.register_fields}
            onChange={(register_fields) => {
              change({ register_fields });
            }}
          />
          <FieldStateTable
            title="Update of contact"
            hint="What can be added or corrected afterwards."
            fields={crm.update_fields}
            onChange={(update_fields) => {
              change({ update_fields });
            }}
          />
        </SimpleGrid>
      </Stack>
      <Group className={classes.footer} justify="flex-end">
        <Text size="sm" c="dimmed" role="status">
          {isDirty ? 'Unsaved changes' : 'All changes saved'}
        </Text>
        <Button type="submit" loading={save.isPending} miw={110}>
          Save
        </Button>
      </Group>
    </form>
  );
}

function Warnings({ warnings }: { warnings: string[] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert role="alert" color="orange" icon={<IconAlert size={20} />} title="Check the fields">
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={warning}>{warning}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
