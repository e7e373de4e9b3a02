import type { Surface } from '../../../preload/contract/app.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { RadioCards, type RadioOption } from './radio-cards.tsx';
import { useSetting } from './use-setting.ts';

const OPTIONS: readonly RadioOption<Surface>[] = [
  {
    value: 'app-window',
    label: 'App window',
    hint: 'Signs in from scratch, and leaves nothing behind. Google refuses app windows for many accounts; consent then moves to your browser by itself.',
  },
  {
    value: 'browser',
    label: 'System browser',
    hint: 'Uses the accounts and passkeys your browser knows. Needs a client with a loopback redirect URI.',
  },
];

export function ConsentSection() {
  const { settings, problem, save } = useSetting();
  return (
    <Section title="Open consent in">
      <RadioCards label="Open consent in" value={settings.openConsentIn} options={OPTIONS} onChange={(openConsentIn) => void save({ openConsentIn })} />
      {problem !== null && <ProblemNotice problem={problem} />}
    </Section>
  );
}
