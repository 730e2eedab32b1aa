import { Button } from '@mantine/core';
import { IconLanguage } from './icons';
import { useLanguage } from './language';

/** Names the other language in that language, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      lang={other}
      leftSection={<IconLanguage size={16} />}
      vars={() => ({ root: { '--button-hover': 'rgb(128 128 128 / 18%)', '--button-color': 'currentColor' } })}
      onClick={() => {
        setLanguage(other);
      }}
    >
      {other === 'sv' ? 'Svenska' : 'English'}
    </Button>
  );
}
