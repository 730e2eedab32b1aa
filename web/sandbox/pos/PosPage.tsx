import { Center, Container, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../components/ErrorNote';
import { useTexts } from '../language';
import { posApi } from './pos_api';
import { PosScreen } from './PosScreen';

/** Settings are made in the backoffice while the till stands open; it picks them up when it is looked at again. */
export function PosPage() {
  const { till } = useTexts();
  const setup = useQuery({ queryKey: ['setup'], queryFn: posApi.setup, refetchInterval: 5_000 });
  if (setup.data) return <PosScreen setup={setup.data} />;
  if (setup.isError) {
    return (
      <Container component="main" size="sm" py="xl">
        <ErrorNote title={till.cannotStart} error={setup.error} onRetry={() => void setup.refetch()} />
      </Container>
    );
  }
  return (
    <Center component="main" h="100vh">
      <Loader aria-label={till.loading} />
    </Center>
  );
}
