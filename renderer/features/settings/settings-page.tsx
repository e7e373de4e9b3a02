import { PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AboutSection } from './about-section.tsx';
import { ConsentSection } from './consent-section.tsx';
import { CredentialStorage } from './credential-storage.tsx';
import { ReminderSection } from './reminder-section.tsx';
import { SsoHosts } from './sso-hosts.tsx';
import { ThemeSection } from './theme-section.tsx';

export function SettingsPage() {
  return (
    <PageBody>
      <PageHeader title="Settings" subtitle="Changes apply at once" />
      <ConsentSection />
      <ReminderSection />
      <ThemeSection />
      <CredentialStorage />
      <SsoHosts />
      <AboutSection />
    </PageBody>
  );
}
