import { sourceText } from '../shared/source-text.ts';
import { clientNote, listed, refusedNote } from './code-parts.ts';
import { comesBack, refusedCalls, type ComesBack, type TutorialFacts } from './facts.ts';
import type { StepCode } from './step.ts';

/** The same today: google-auth, google-auth-oauthlib and google-api-python-client. */
export function pythonToday(facts: TutorialFacts): StepCode {
  const back = runnable(comesBack(facts));
  const refused = refusedCalls(facts);
  return {
    flow: `# pip install google-auth-oauthlib google-api-python-client
from google_auth_oauthlib.flow import InstalledAppFlow

SCOPES = [
${listed(facts.scopes, '    ')}]

${clientNote('#', facts)}flow = InstalledAppFlow.from_client_secrets_file("client_secrets.json", scopes=SCOPES)
`,
    storage: `import json
import os

from google.oauth2.credentials import Credentials

TOKEN_FILE = "token.json"


def save(credentials):
    kept = {
        "type": "authorized_user",
        "client_id": credentials.client_id,
        "client_secret": credentials.client_secret,
        "refresh_token": credentials.refresh_token,
    }
    # Whole or not at all, and for its owner only.
    descriptor = os.open(TOKEN_FILE + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(kept, file)
    os.replace(TOKEN_FILE + ".new", TOKEN_FILE)


credentials = None
if os.path.exists(TOKEN_FILE):
    credentials = Credentials.from_authorized_user_file(TOKEN_FILE, SCOPES)
`,
    run: `if credentials is None:
${consent(back, facts)}    save(credentials)
`,
    credentials: `from google.auth.exceptions import RefreshError
from google.auth.transport.requests import Request

if not credentials.valid:
    try:
        credentials.refresh(Request())
    except RefreshError as error:
        if "invalid_grant" not in str(error):
            raise  # An outage: the sign-in is still good, try again later.
        raise SystemExit("The sign-in has ended. Delete %s and start again." % TOKEN_FILE)

print("Access token ends at", credentials.expiry, "UTC")
`,
    authorize: `import google_auth_httplib2
import httplib2

http = google_auth_httplib2.AuthorizedHttp(credentials, http=httplib2.Http(timeout=60))
`,
    build: `import datetime

from googleapiclient.discovery import build

calendar = build("calendar", "v3", http=http, cache_discovery=False)
groups = build("groupssettings", "v1", http=http, cache_discovery=False)

${refused.events ? refusedNote('#', facts) : ''}now = datetime.datetime.now(datetime.timezone.utc).isoformat()
events = calendar.events().list(
    calendarId="primary", timeMin=now, maxResults=10, singleEvents=True, orderBy="startTime"
).execute()
for event in events.get("items", []):
    print(event["start"].get("dateTime", event["start"].get("date")), event.get("summary", "(no title)"))

${refused.group ? refusedNote('#', facts) : ''}group = groups.groups().get(groupUniqueId=${sourceText(facts.group)}).execute()
print(group["email"], group["whoCanJoin"])
`,
  };
}

/** run_local_server() waits at `/` of a host by name or IPv4 address, and nowhere else. */
function runnable(back: ComesBack): ComesBack {
  if (back.kind !== 'listen') return back;
  const fits = back.path === '/' && !back.host.includes(':') && back.uri === `http://${back.host}:${String(back.port)}/`;
  return fits ? back : { kind: 'paste', uri: back.uri };
}

/** Without prompt=consent an account that consented before gives no refresh token. */
function consent(back: ComesBack, { email }: TutorialFacts): string {
  const ask = `prompt="consent"${email === null ? '' : `, login_hint=${sourceText(email)}`}`;
  if (back.kind !== 'paste') {
    const at = back.kind === 'any-port' ? 'host="127.0.0.1", port=0' : `host=${sourceText(back.host)}, port=${String(back.port)}`;
    return `    credentials = flow.run_local_server(${at}, ${ask})\n`;
  }
  return `    # run_local_server() cannot wait at the registered address: the answer is pasted.
    flow.redirect_uri = ${sourceText(back.uri)}
    address, _ = flow.authorization_url(${ask})
    print("Open in a browser:", address)
    answer = input("Paste the address it ends at: ").strip()
    # oauthlib takes nothing but https, even of this computer.
    flow.fetch_token(authorization_response=answer.replace("http://", "https://", 1))
    credentials = flow.credentials
`;
}
