import { AppShell, Breadcrumbs, Center, Loader, NavLink, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { IconPlugConnected } from '../../components/icons';
import { useTexts } from '../language';
import { SandboxBar } from '../SandboxBar';
import { backofficeApi } from './settings';
import { SettingsForm } from './SettingsForm';

export function BackofficePage() {
  const { backoffice: texts } = useTexts();
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: true } }} padding={{ base: 'md', sm: 'xl' }}>
      <AppShell.Header withBorder={false}>
        <SandboxBar current="/backoffice" />
      </AppShell.Header>
      <AppShell.Navbar p="md" visibleFrom="sm">
        <Text size="xs" fw={600} c="dimmed" px="sm" pb={6}>
          {texts.settings}
        </Text>
        <nav aria-label={texts.settings}>
          <NavLink
            href="/backoffice"
            active
            aria-current="page"
            label={texts.crm}
            leftSection={<IconPlugConnected size={18} />}
            style={{ borderRadius: 8 }}
          />
        </nav>
      </AppShell.Navbar>
      <AppShell.Main>
        <div style={{ maxWidth: 1080, margin: '0 auto' }}>
          <Breadcrumbs mb={4} separator="›">
            <Text size="sm" c="dimmed">
              {texts.settings}
            </Text>
            <Text size="sm" c="dimmed">
              {texts.crm}
            </Text>
          </Breadcrumbs>
          <Title order={1} fz={26}>
            {texts.crm}
          </Title>
          <Text c="dimmed" mb="lg">
            {texts.crmText}
          </Text>
          <LoadedForm />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function LoadedForm() {
  const { backoffice: texts } = useTexts();
  // Loaded once: a refetch in the background must not touch what somebody is typing.
  const settings = useQuery({ queryKey: ['settings'], queryFn: backofficeApi.settings, staleTime: Infinity });
  if (settings.data) return <SettingsForm saved={settings.data} />;
  if (settings.isError) {
    return <ErrorNote title={texts.failed} error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  return (
    <Center py={80}>
      <Loader aria-label={texts.loading} />
    </Center>
  );
}
