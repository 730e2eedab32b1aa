import { Text } from '@mantine/core';
import { useTexts } from '../language';
import { useSignedIn } from '../rights';
import { rightTexts } from '../texts/rights';

/** Who is signed in, where that is not the owner, who is alone in most shops. */
export function WhoIsIn() {
  const texts = useTexts(rightTexts);
  const { user = '', role } = useSignedIn() ?? {};
  if (user === '' || role === undefined) return null;
  return (
    <Text size="sm" c="dimmed" mt="auto" px="sm" py="xs" style={{ overflowWrap: 'anywhere' }}>
      {texts.signedInAs(user, texts.roles[role])}
    </Text>
  );
}
