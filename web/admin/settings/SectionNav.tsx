import { NavLink, Select, Stack } from '@mantine/core';
import { useTexts } from '../language';
import { editorTexts } from '../texts/editor';
import { useForm } from './editor/context';
import { editsWithin } from './editor/edits';
import { sections } from './sections';
import { pageSections, type PageSection } from './use_section';
import classes from './settings.module.css';

interface Props {
  current: PageSection;
  onChange: (section: PageSection) => void;
}

/** The parts of the settings: a list beside them, or a choice above them on a phone. */
export function SectionNav({ current, onChange }: Props) {
  const texts = useTexts(editorTexts);
  const { editor } = useForm();
  const isTyped = (name: PageSection) => name in sections && Object.keys(editsWithin(editor.edits, sections[name as keyof typeof sections].paths)).length > 0;
  return (
    <div className={classes.side}>
      <Select
        hiddenFrom="md" label={texts.chooseSection} allowDeselect={false} value={current}
        data={pageSections.map((value) => ({ value, label: texts.sections[value] + (isTyped(value) ? ` (${texts.unsaved.toLowerCase()})` : '') }))}
        onChange={(value) => { onChange(pageSections.find((name) => name === value) ?? current); }}
      />
      <Stack component="nav" gap={2} visibleFrom="md" aria-label={texts.chooseSection}>
        {pageSections.map((name) => (
          <NavLink
            key={name} component="button" type="button" label={texts.sections[name]} active={name === current} aria-current={name === current ? 'true' : undefined}
            {...(isTyped(name) ? { description: texts.unsaved } : {})} style={{ borderRadius: 8 }}
            onClick={() => { onChange(name); }}
          />
        ))}
      </Stack>
    </div>
  );
}
