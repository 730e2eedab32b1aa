import { Stack } from '@mantine/core';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { accessTexts } from '../texts/access';
import { shellTexts } from '../texts/shell';
import { TokenList } from './TokenList';
import { UserList } from './UserList';

export default function AccessPage() {
  const shell = useTexts(shellTexts);
  const texts = useTexts(accessTexts);
  return (
    <>
      <PageHead title={shell.pages.access} text={texts.text} />
      <Stack gap="xl">
        <UserList />
        <TokenList />
      </Stack>
    </>
  );
}
