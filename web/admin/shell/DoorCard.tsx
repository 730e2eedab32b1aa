import { Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { SchemeSwitch } from '../../components/SchemeSwitch';

interface Props {
  title: string;
  text?: string;
  children: ReactNode;
}

/** The card in the middle of an empty page, before anybody is signed in. */
export function DoorCard({ title, text, children }: Props) {
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={420} gap="md">
        <Paper p="xl">
          <Stack gap="md">
            <div>
              <Title order={1} fz={24}>
                {title}
              </Title>
              {text && (
                <Text c="dimmed" mt={4}>
                  {text}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
        <Group justify="center" gap="xs">
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
      </Stack>
    </Center>
  );
}
