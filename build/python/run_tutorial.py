"""Runs a program of the tutorial as it stands, against a stand-in for Google.

Usage: /usr/bin/python3 run_tutorial.py PROGRAM ORIGIN

What the program says to Google goes to ORIGIN. The address that it would open in a browser is printed as `OPEN <address>`.
Needs the Debian packages python3-oauth2client, python3-google-auth-oauthlib and python3-googleapi.
"""

import re
import socket
import sys
import warnings
import webbrowser

warnings.simplefilter("ignore")

import httplib2
import requests
from oauth2client import tools

PROGRAM, ORIGIN = sys.argv[1:]


def standing_in(url):
    return re.sub(r"^https://[a-z0-9-]+\.googleapis\.com(?=/)", ORIGIN, url)


def redirect(owner, name, at):
    real = getattr(owner, name)

    def call(*arguments, **named):
        if "url" in named:
            named["url"] = standing_in(named["url"])
            return real(*arguments, **named)
        return real(*arguments[:at], standing_in(arguments[at]), *arguments[at + 1 :], **named)

    setattr(owner, name, call)


class PrintingBrowser(webbrowser.BaseBrowser):
    def open(self, url, new=0, autoraise=True):
        print("OPEN " + url, flush=True)
        return True


def run(flow, storage):
    """The run() of 2013, which oauth2client dropped in 1.5, by its successor; on a port that is free."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    return tools.run_flow(flow, storage, tools.argparser.parse_args(["--auth_host_port", str(port)]))


redirect(httplib2.Http, "request", 1)
redirect(requests.Session, "request", 2)
webbrowser.register("printing", None, PrintingBrowser(), preferred=True)
tools.run = run

with open(PROGRAM, "rb") as source:
    code = compile(source.read(), PROGRAM, "exec")
exec(code, {"__name__": "__main__"})
