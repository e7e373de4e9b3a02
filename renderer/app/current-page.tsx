import { ActivityPage } from '../features/activity/activity-page.tsx';
import { AuthorizationPage } from '../features/authorizations/authorization-page.tsx';
import { AuthorizationsPage } from '../features/authorizations/authorizations-page.tsx';
import { CalendarPage } from '../features/calendar/calendar-page.tsx';
import { ClientsPage } from '../features/clients/clients-page.tsx';
import { ConsentPage } from '../features/consent/consent-page.tsx';
import { ExplorerPage } from '../features/explorer/explorer-page.tsx';
import { GroupsPage } from '../features/groups/groups-page.tsx';
import { ScriptsPage } from '../features/scripts/scripts-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { SweepPage } from '../features/sweep/sweep-page.tsx';
import { TutorialPage } from '../features/tutorial/tutorial-page.tsx';
import { useRoute } from './route.ts';

export function CurrentPage() {
  const { page } = useRoute();
  switch (page) {
    case 'authorizations':
      return <AuthorizationsPage />;
    case 'authorization':
      return <AuthorizationPage />;
    case 'consent':
      return <ConsentPage />;
    case 'calendar':
      return <CalendarPage />;
    case 'groups':
      return <GroupsPage />;
    case 'explorer':
      return <ExplorerPage />;
    case 'scripts':
      return <ScriptsPage />;
    case 'activity':
      return <ActivityPage />;
    case 'clients':
      return <ClientsPage />;
    case 'sweep':
      return <SweepPage />;
    case 'tutorial':
      return <TutorialPage />;
    case 'settings':
      return <SettingsPage />;
  }
}
