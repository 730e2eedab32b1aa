import { MultiSelect, Paper, SimpleGrid, Switch, TextInput, Title } from '@mantine/core';
import type { FieldName } from '../contact/contact';
import { fieldLabels, mandatoryMax } from '../contact/fields';
import type { SectionProps } from './ConnectionSection';
import { mandatoryChoices } from './settings';

const choices = mandatoryChoices.map((name) => ({ value: name, label: fieldLabels[name] }));

export function PosSection({ crm, change, errorAt }: SectionProps) {
  return (
    <Paper component="section" aria-label="At the till" p="lg">
      <Title order={2} fz="md" mb="md">
        At the till
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} verticalSpacing="md">
        <TextInput
          label="Search placeholder"
          description="What the staff sees where they search for a customer."
          placeholder="Phone or email"
          value={crm.search_placeholder}
          error={errorAt('search_placeholder')}
          onChange={(event) => {
            change({ search_placeholder: event.currentTarget.value });
          }}
        />
        <TextInput
          label="Member number title"
          description="Stands before the member number on the receipt."
          placeholder="Member number"
          value={crm.member_number_title}
          error={errorAt('member_number_title')}
          onChange={(event) => {
            change({ member_number_title: event.currentTarget.value });
          }}
        />
        <MultiSelect
          label="Mandatory fields"
          description={`At most ${String(mandatoryMax)}. None lets the customer choose.`}
          data={choices}
          maxValues={mandatoryMax}
          searchable
          clearable
          hidePickedOptions
          value={crm.mandatory}
          error={errorAt('mandatory')}
          onChange={(mandatory) => {
            change({ mandatory: mandatory as FieldName[] });
          }}
        />
        <Switch
          mt={{ base: 0, md: 28 }}
          label="Look up new contacts in a person register"
          description="Prefills name and address from the searched key."
          checked={crm.lookup_enabled}
          onChange={(event) => {
            change({ lookup_enabled: event.currentTarget.checked });
          }}
        />
      </SimpleGrid>
    </Paper>
  );
}
