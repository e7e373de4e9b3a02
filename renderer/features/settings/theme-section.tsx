import type { Theme } from '../../../preload/contract/app.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { RadioCards, type RadioOption } from './radio-cards.tsx';
import { ThemePicture } from './theme-picture.tsx';
import { useSetting } from './use-setting.ts';

const OPTIONS: readonly RadioOption<Theme>[] = [
  { value: 'system', label: 'System', picture: <ThemePicture left="light" right="dark" /> },
  { value: 'light', label: 'Light', picture: <ThemePicture left="light" right="light" /> },
  { value: 'dark', label: 'Dark', picture: <ThemePicture left="dark" right="dark" /> },
];

export function ThemeSection() {
  const { settings, problem, save } = useSetting();
  return (
    <Section title="Theme">
      <RadioCards label="Theme" value={settings.theme} options={OPTIONS} onChange={(theme) => void save({ theme })} />
      {problem !== null && <ProblemNotice problem={problem} />}
    </Section>
  );
}
