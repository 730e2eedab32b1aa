import { Stepper } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import { ErrorNote } from '../../components/ErrorNote';
import { useChosen, useConnection, type Connection } from '../accounts';
import { useTexts } from '../language';
import { PageHead } from '../PageHead';
import { guideTexts } from '../texts/guide';
import { wordTexts } from '../texts/words';
import { PasteStep } from './PasteStep';
import { SitooStep, type Spi } from './SitooStep';
import { WaitStep } from './WaitStep';

export default function SetupPage() {
  const { account } = useChosen();
  return account === null ? null : <Setup key={account.account_id} account={account.account_id} />;
}

function Setup({ account }: { account: string }) {
  const guide = useTexts(guideTexts);
  const words = useTexts(wordTexts);
  const connection = useConnection(account);
  if (connection.isError && !connection.data) {
    return <ErrorNote title={words.failed} error={connection.error} onRetry={() => void connection.refetch()} />;
  }
  return (
    <>
      <PageHead title={guide.title} text={connection.data ? guide.text(connection.data.name) : ''} />
      {connection.data && <Steps connection={connection.data} />}
    </>
  );
}

/** Rule is done when the account exists, so it begins with Sitoo; whoever comes back may go to any step. */
function Steps({ connection }: { connection: Connection }) {
  const guide = useTexts(guideTexts);
  const [active, setActive] = useState(1);
  const [spi, setSpi] = useLocalStorage<Spi>({ key: `kassabro.spi.${connection.account_id}`, defaultValue: 'v1' });
  return (
    <Stepper
      active={active}
      size="sm"
      onStepClick={(step) => {
        if (step > 0) setActive(step);
      }}
    >
      <Stepper.Step label={guide.steps.rule} allowStepSelect={false} />
      <Stepper.Step label={guide.steps.sitoo}>
        <SitooStep
          connection={connection}
          spi={spi}
          onSpi={setSpi}
          onDone={() => {
            setActive(2);
          }}
        />
      </Stepper.Step>
      <Stepper.Step label={guide.steps.paste}>
        <PasteStep
          connection={connection}
          spi={spi}
          onDone={() => {
            setActive(3);
          }}
        />
      </Stepper.Step>
      <Stepper.Step label={guide.steps.wait}>
        <WaitStep account={connection.account_id} />
      </Stepper.Step>
    </Stepper>
  );
}
