import { Checkbox, Stack, Text } from '@mantine/core';
import { useTexts } from '../language';
import type { FieldProps } from './ContactField';

/** What the CRM asks people to agree to, each with its own wording. */
export function ConsentChoices({ draft, consents, disabled, required, error, onChange }: FieldProps) {
  const { fields } = useTexts();
  if (consents.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {fields.noConsents}
      </Text>
    );
  }
  return (
    <Checkbox.Group
      label={fields.labels.acceptedconsents}
      value={draft.acceptedconsents}
      required={required}
      error={error}
      onChange={(acceptedconsents) => {
        onChange({ acceptedconsents });
      }}
    >
      <Stack gap="xs" mt={6}>
        {consents.map((consent) => (
          <Checkbox
            key={consent.consentid}
            value={consent.consentid}
            label={consent.name}
            description={consent.description}
            disabled={disabled}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
