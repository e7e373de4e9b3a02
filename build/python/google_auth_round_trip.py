"""What the real google-auth does with files that were exported: authorized_user as asked for, ADC as found by default().

Usage: google_auth_round_trip.py AUTHORIZED_USER_FILE ADC_FILE ORIGIN. Prints one JSON object.
"""
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
import google.auth  # noqa: E402
import google.oauth2.credentials  # noqa: E402
import google_auth_httplib2  # noqa: E402
import httplib2  # noqa: E402

authorized_user, adc, origin = sys.argv[1:]
# The library asks Google's own address whatever the file says; here Google is the sandbox.
google.oauth2.credentials._GOOGLE_OAUTH2_TOKEN_ENDPOINT = origin + "/token"
CALENDARS = origin + "/calendar/v3/users/me/calendarList"


def calls_of(credentials):
    """Statuses of a call without a token yet, and of one with a token that nobody knows: both are renewed first."""
    statuses = []
    http = google_auth_httplib2.AuthorizedHttp(credentials, http=httplib2.Http())
    statuses.append(http.request(CALENDARS)[0].status)
    credentials.token = "ya29.unknown-to-everybody"
    statuses.append(http.request(CALENDARS)[0].status)
    return statuses


said = {}
credentials = google.oauth2.credentials.Credentials.from_authorized_user_file(authorized_user)
said["client_id"] = credentials.client_id
said["authorized_user"] = calls_of(credentials)
os.environ["GOOGLE_APPLICATION_CREDENTIALS"] = adc
said["adc"] = calls_of(google.auth.default()[0])
print(json.dumps(said))
