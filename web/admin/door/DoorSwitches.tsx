import { IconLanguage, IconMoon, IconSun } from '../../components/icons';
import { chooseScheme } from '../../components/scheme';
import { useScheme } from '../../components/use_scheme';
import { useWords } from '../../components/words';
import { useLanguage } from '../language';

/** Language and colours; the language is named in itself, so that whoever needs it can read it. */
export function DoorSwitches() {
  const { darkMode, lightMode } = useWords();
  const { language, setLanguage } = useLanguage();
  const otherLanguage = language === 'sv' ? 'en' : 'sv';
  const otherScheme = useScheme() === 'dark' ? 'light' : 'dark';
  const schemeLabel = otherScheme === 'dark' ? darkMode : lightMode;
  return (
    <div className="door-switches">
      <button type="button" className="door-quiet" lang={otherLanguage} onClick={() => { setLanguage(otherLanguage); }}>
        <IconLanguage size={16} aria-hidden /> {otherLanguage === 'sv' ? 'Svenska' : 'English'}
      </button>
      <button type="button" className="door-quiet" aria-label={schemeLabel} title={schemeLabel} onClick={() => { chooseScheme(otherScheme); }}>
        {otherScheme === 'dark' ? <IconMoon size={18} aria-hidden /> : <IconSun size={18} aria-hidden />}
      </button>
    </div>
  );
}
