import { MultiSelect, Paper, SimpleGrid, Switch, TextInput, Title } from '@mantine/core';
import type { FieldName } from '../contact/contact';
import { mandatoryMax } from '../contact/fields';
import { useTexts } from '../language';
import type { SectionProps } from './ConnectionSection';
import { mandatoryChoices } from './settings';

export function PosSection({ crm, change, errorAt }: SectionProps) {
  const { backoffice: texts, fields } = useTexts();
  const choices = mandatoryChoices.map((name) => ({ value: name, label: fields.labels[name] }));
  return (
    <Paper component="section" aria-label={texts.atTill} p="lg">
      <Title order={2} fz="md" mb="md">
        {texts.atTill}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }} verticalSpacing="md">
        <TextInput
          label={texts.placeholder}
          description={texts.placeholderHint}
          placeholder={texts.placeholderSample}
          value={crm.search_placeholder}
          error={errorAt('search_placeholder')}
          onChange={(event) => {
            change({ search_placeholder: event.currentTarget.value });
          }}
        />
        <TextInput
          label={texts.memberTitle}
          description={texts.memberTitleHint}
          placeholder={texts.memberTitleSample}
          value={crm.member_number_title}
          error={errorAt('member_number_title')}
          onChange={(event) => {
            change({ member_number_title: event.currentTarget.value });
          }}
        />
        <MultiSelect
          label={texts.mandatory}
          description={texts.mandatoryHint(mandatoryMax)}
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
          label={texts.lookup}
          description={texts.lookupHint}
          checked={crm.lookup_enabled}
          onChange={(event) => {
            change({ lookup_enabled: event.currentTarget.checked });
          }}
        />
      </SimpleGrid>
    </Paper>
  );
}
