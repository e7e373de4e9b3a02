"""What the real oauth2client does with a file that was exported: reads, calls, renews after a 401, renews by hand, revokes.

Usage: oauth2client_round_trip.py FILE ORIGIN. ORIGIN is the sandbox's, where all of Google is. Prints one JSON object.
"""
import json
import os
import stat
import sys
import warnings

warnings.simplefilter("ignore")
import httplib2  # noqa: E402
from oauth2client.file import Storage  # noqa: E402

path, origin = sys.argv[1:]
CALENDARS = origin + "/calendar/v3/users/me/calendarList"


def call(http):
    response, _ = http.request(CALENDARS)
    return response.status


storage = Storage(path)
credentials = storage.get()
said = {
    "invalid": credentials.invalid,
    "expired": credentials.access_token_expired,
    "scopes": sorted(credentials.scopes),
    "mode": stat.S_IMODE(os.stat(path).st_mode),
    "refresh_token": credentials.refresh_token,
}

said["call"] = call(credentials.authorize(httplib2.Http()))

# An access token that Google does not know: oauth2client renews and tries again.
credentials.access_token = "ya29.unknown-to-everybody"
said["call_after_401"] = call(credentials.authorize(httplib2.Http()))
said["renewed"] = credentials.access_token != "ya29.unknown-to-everybody"
said["stored"] = Storage(path).get().access_token == credentials.access_token

before = credentials.access_token
credentials.refresh(httplib2.Http())
said["refreshed"] = credentials.access_token != before

credentials.revoke(httplib2.Http())
said["revoked"] = credentials.invalid
said["file_left"] = os.path.exists(path)
print(json.dumps(said))
