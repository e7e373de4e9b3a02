import { CallPage } from './call-page.tsx';
import { Explorer } from './explorer.tsx';

/** Calls by hand: any method of any known API, its form made from Google's own description, and the whole answer. */
export function ExplorerPage() {
  return (
    <CallPage title="API Explorer" subtitle="Any method, with a form made for it and the whole answer in view">
      {(context) => <Explorer {...context} />}
    </CallPage>
  );
}
