"""Files as the real oauth2client writes them, from one authorization: `some file.dat` and a multiprocess store.

Usage: oauth2client_write.py FOLDER < JSON with client_id, client_secret, access_token, refresh_token, token_uri, scopes, token_response.
"""
import datetime
import json
import os
import sys
import warnings

warnings.simplefilter("ignore")
from oauth2client.client import OAuth2Credentials  # noqa: E402
from oauth2client.contrib.multiprocess_file_storage import MultiprocessFileStorage  # noqa: E402
from oauth2client.file import Storage  # noqa: E402

folder = sys.argv[1]
given = json.load(sys.stdin)
credentials = OAuth2Credentials(
    access_token=given["access_token"],
    client_id=given["client_id"],
    client_secret=given["client_secret"],
    refresh_token=given["refresh_token"],
    token_expiry=datetime.datetime.utcnow() + datetime.timedelta(seconds=3599),
    token_uri=given["token_uri"],
    user_agent=None,
    revoke_uri=None,
    token_response=given["token_response"],
    scopes=given["scopes"],
)
Storage(os.path.join(folder, "some file.dat")).put(credentials)
MultiprocessFileStorage(os.path.join(folder, "store.json"), "ada").put(credentials)
