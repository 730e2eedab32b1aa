import { AppShell, Breadcrumbs, Center, Loader, NavLink, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { IconPlugConnected } from '../../components/icons';
import { SystemBar } from '../../components/SystemBar';
import { backofficeApi } from './settings';
import { SettingsForm } from './SettingsForm';

export function BackofficePage() {
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: true } }} padding={{ base: 'md', sm: 'xl' }}>
      <AppShell.Header withBorder={false}>
        <SystemBar current="/backoffice" />
      </AppShell.Header>
      <AppShell.Navbar p="md">
        <Text size="xs" fw={600} c="dimmed" px="sm" pb={6}>
          Settings
        </Text>
        <nav aria-label="Settings">
          <NavLink
            href="/backoffice"
            active
            aria-current="page"
            label="Custom CRM"
            leftSection={<IconPlugConnected size={18} />}
            style={{ borderRadius: 8 }}
          />
        </nav>
      </AppShell.Navbar>
      <AppShell.Main>
        <div style={{ maxWidth: 1080, margin: '0 auto' }}>
          <Breadcrumbs mb={4} separator="›">
            <Text size="sm" c="dimmed">
              Settings
            </Text>
            <Text size="sm" c="dimmed">
              Custom CRM
            </Text>
          </Breadcrumbs>
          <Title order={1} fz={26}>
            Custom CRM
          </Title>
          <Text c="dimmed" mb="lg">
            Connect the tills to the system that knows your customers.
          </Text>
          <LoadedForm />
        </div>
      </AppShell.Main>
    </AppShell>
  );
}

function LoadedForm() {
  // Loaded once: a refetch in the background must not touch what somebody is typing.
  const settings = useQuery({ queryKey: ['settings'], queryFn: backofficeApi.settings, staleTime: Infinity });
  if (settings.data) return <SettingsForm saved={settings.data} />;
  if (settings.isError) {
    return <ErrorNote title="No settings" error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  return (
    <Center py={80}>
      <Loader aria-label="Loading settings" />
    </Center>
  );
}
