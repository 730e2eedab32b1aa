import { Grid } from '@mantine/core';
import { SectionForm } from '../settings/SectionForm';
import { ReceiptPreview } from './ReceiptPreview';

/** To whom receipts go and what stands on them, and beside it how they look. */
export function ReceiptsTab() {
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <SectionForm name="receipts" withTrial={false} />
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 6 }}>
        <ReceiptPreview />
      </Grid.Col>
    </Grid>
  );
}
