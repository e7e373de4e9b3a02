import { Checkbox } from '@mantine/core';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { useSetting } from './use-setting.ts';

export function ReminderSection() {
  const { settings, problem, save } = useSetting();
  return (
    <Section title="Reminders">
      <Card padded>
        <Checkbox
          label="Remind me before a sign-in ends"
          description="A notification of your desktop, a day and an hour before; also a quarter of an hour before a grant ends by itself. It names the account and the time, nothing else."
          checked={settings.remindBeforeEnd}
          onChange={(event) => void save({ remindBeforeEnd: event.currentTarget.checked })}
        />
      </Card>
      {problem !== null && <ProblemNotice problem={problem} />}
    </Section>
  );
}
