import { List, Stack, Text } from '@mantine/core';
import { CopyLine } from '../../guide/CopyLine';
import { useTexts } from '../../language';
import { tillTexts } from '../../texts/till';

/** Version 1 is told by Sitoo's own backoffice what the till looks like: what to enter there. */
export function TillV1() {
  const texts = useTexts(tillTexts);
  return (
    <Stack gap="md">
      <Text size="sm">{texts.v1Text}</Text>
      <CopyLine name={texts.placeholderSwedish} text="Telefon eller e-post" />
      <CopyLine name={texts.placeholderEnglish} text="Phone or email" />
      <List size="sm" spacing="xs">
        {texts.v1Steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
