import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconUserPlus } from '../../components/icons';
import { client } from '../api/client';
import { useFormat } from '../format';
import { useTexts } from '../language';
import { DataList } from '../list/DataList';
import { accessTexts } from '../texts/access';
import { rightTexts } from '../texts/rights';
import { AddUser } from './AddUser';
import { Part } from './Part';
import { RemoveButton } from './RemoveButton';

/** Who may open these pages besides the owner. */
export function UserList() {
  const texts = useTexts(accessTexts);
  const rights = useTexts(rightTexts);
  const format = useFormat();
  const [adding, { open, close }] = useDisclosure(false);
  const list = useQuery({ queryKey: ['users'], queryFn: async () => (await client.get('/api/v1/users')).items });
  return (
    <Part title={texts.users} text={texts.usersText} add={texts.addUser} onAdd={open}>
      <DataList
        label={texts.users}
        query={list}
        failed={texts.usersFailed}
        rowKey={({ name }) => name}
        empty={{ icon: <IconUserPlus size={22} />, title: texts.noUsers, text: texts.noUsersText }}
        columns={[
          { title: texts.name, cell: ({ name }) => name },
          { title: texts.role, cell: ({ role }) => rights.roles[role] },
          { title: texts.created, figures: true, cell: ({ created_at }) => format.time(created_at) },
          {
            title: texts.remove,
            cell: ({ name }) => (
              <RemoveButton
                name={name} title={texts.removeUser(name)} text={texts.removeUserText} done={texts.userRemoved}
                call={() => client.delete('/api/v1/users/{user}', { params: { user: name } })}
              />
            ),
          },
        ]}
      />
      {adding && <AddUser onClose={close} />}
    </Part>
  );
}
