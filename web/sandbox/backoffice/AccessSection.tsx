import { Paper, PasswordInput, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../language';
import type { Access } from './settings';

interface Props {
  title: string;
  hint: string;
  /** Begins each label, so that two of these sections can be told apart by ear. */
  of: string;
  access: Access;
  errorAt: (name: keyof Access) => string | undefined;
  onChange: (change: Partial<Access>) => void;
  children?: ReactNode;
}

/** A connection that signs in by user and password. */
export function AccessSection({ title, hint, of, access, errorAt, onChange, children }: Props) {
  const { backoffice: texts } = useTexts();
  return (
    <Paper component="section" aria-label={title} p="lg">
      <Title order={2} fz="md">
        {title}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {hint}
      </Text>
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        <TextInput
          label={texts.urlOf(of)}
          placeholder="https://"
          type="url"
          autoComplete="off"
          spellCheck={false}
          value={access.url}
          error={errorAt('url')}
          onChange={(event) => {
            onChange({ url: event.currentTarget.value.trim() });
          }}
        />
        <TextInput
          label={texts.userOf(of)}
          autoComplete="off"
          spellCheck={false}
          value={access.user}
          error={errorAt('user')}
          onChange={(event) => {
            onChange({ user: event.currentTarget.value.trim() });
          }}
        />
        <PasswordInput
          label={texts.passwordOf(of)}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': texts.showPassword(of) }}
          value={access.password}
          error={errorAt('password')}
          onChange={(event) => {
            onChange({ password: event.currentTarget.value.trim() });
          }}
        />
      </SimpleGrid>
      {children}
    </Paper>
  );
}
