import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconRoute } from '../../components/icons';
import { useTexts } from '../language';
import { ListState } from './ListState';
import { PassTable } from './PassTable';
import { newestPasses, refreshEvery_ms, ruleApi } from './rule_api';
import { ViewHead } from './ViewHead';

export function AutomationsView({ account }: { account: number }) {
  const { rule } = useTexts();
  const passes = useQuery({
    queryKey: ['passes', account],
    queryFn: async () => newestPasses(await ruleApi.passes(account)),
    refetchInterval: refreshEvery_ms,
  });
  return (
    <Stack gap="lg">
      <ViewHead title={rule.views.automations} text={rule.automationsText} />
      <ListState
        query={passes}
        failed={rule.passesFailed}
        empty={{ icon: <IconRoute size={22} />, title: rule.noPasses, text: rule.noPassesText }}
      >
        {(items) => <PassTable account={account} passes={items} withCustomer />}
      </ListState>
    </Stack>
  );
}
