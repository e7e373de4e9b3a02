import { sourceText } from '../shared/source-text.ts';
import { clientNote, listed, refusedNote } from './code-parts.ts';
import { comesBack, refusedCalls, type TutorialFacts } from './facts.ts';
import type { StepCode } from './step.ts';

/** What run() of 2013 puts in the place of any redirect_uri. */
const RUNS_ADDRESS = 'http://localhost:8080/';

/** The tutorial of 2013: oauth2client 1.1 and google-api-python-client 1.1, for Python 2. */
export function python2013(facts: TutorialFacts): StepCode {
  const back = comesBack(facts);
  const refused = refusedCalls(facts);
  const redirect = back.kind === 'any-port' ? RUNS_ADDRESS : back.uri;
  return {
    // The first line is no place for anybody's text: Python would take an encoding from it.
    flow: `# -*- coding: utf-8 -*-
from oauth2client.client import flow_from_clientsecrets

${clientNote('#', facts)}flow = flow_from_clientsecrets(
    "client_secrets.json",
    scope=[
${listed(facts.scopes, '        ')}    ],
${redirect === RUNS_ADDRESS ? '' : `    # run() puts ${RUNS_ADDRESS} in its place: the client must have that one registered too.\n`}    redirect_uri=${sourceText(redirect)},
)
`,
    storage: `from oauth2client.file import Storage

storage = Storage("some file.dat")
credentials = storage.get()
`,
    run: `from oauth2client.tools import run

if credentials is None or credentials.invalid:
    credentials = run(flow, storage)
`,
    credentials: `print("Access token ends at %s UTC" % credentials.token_expiry)
print("Refresh token: %s" % ("yes" if credentials.refresh_token else "no"))
`,
    authorize: `import httplib2

http = credentials.authorize(httplib2.Http())
`,
    build: `from apiclient.discovery import build

calendar = build("calendar", "v3", http=http)
groups = build("groupssettings", "v1", http=http)

${refused.events ? refusedNote('#', facts) : ''}events = calendar.events().list(calendarId="primary", maxResults=10).execute()
for event in events.get("items", []):
    print(event.get("summary"))

${refused.group ? refusedNote('#', facts) : ''}group = groups.groups().get(groupUniqueId=${sourceText(facts.group)}).execute()
print(group["whoCanJoin"])
`,
  };
}
