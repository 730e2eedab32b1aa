import { Checkbox, Stack, Text } from '@mantine/core';
import type { FieldProps } from './ContactField';

/** What the CRM asks people to agree to, each with its own wording. */
export function ConsentChoices({ draft, consents, disabled, required, error, onChange }: FieldProps) {
  if (consents.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        The CRM has no consents to ask for.
      </Text>
    );
  }
  return (
    <Checkbox.Group
      label="Consents"
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
