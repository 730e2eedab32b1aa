import { Badge, Button, Group, Paper, Title } from '@mantine/core';
import { useState } from 'react';
import { IconPlus } from '../../components/icons';
import { useTexts } from '../language';
import { EditFieldDialog } from './EditFieldDialog';
import { FieldTable } from './FieldTable';
import { newField } from './field_text';
import { RecordList } from './RecordList';
import type { CustomGroup, FieldValue } from './rule_api';
import classes from './rule.module.css';

interface Props {
  account: number;
  subscriber: number;
  group: CustomGroup;
}

export function GroupCard({ account, subscriber, group }: Props) {
  const { card } = useTexts();
  const [edited, setEdited] = useState<FieldValue | null>(null);
  return (
    <Paper component="section" aria-label={group.name} className={classes.card}>
      <Group justify="space-between" className={classes.cardHead}>
        <Title order={2} fz="md">
          {group.name}
        </Title>
        <Group gap="sm">
          {!group.historical && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<IconPlus size={14} />}
              onClick={() => {
                setEdited(newField);
              }}
            >
              {card.addField}
            </Button>
          )}
          <Badge variant="default" tt="none" fw={500}>
            {group.historical
              ? card.recordCount(group.records.length)
              : card.fieldCount(group.fields.length)}
          </Badge>
        </Group>
      </Group>
      {group.historical ? (
        <RecordList records={group.records} />
      ) : (
        <>
          <FieldTable label={group.name} fields={group.fields} onEdit={setEdited} />
          <EditFieldDialog
            place={{ account, subscriber, group: group.name }}
            field={edited}
            onClose={() => {
              setEdited(null);
            }}
          />
        </>
      )}
    </Paper>
  );
}
