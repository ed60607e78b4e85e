"""Makes a retention session for the cancel button. Python 3.9 or newer, standard library only.

    session = create_retention_session(customer_id="cus_…")
    # {"session_id": …} for the SDK, or {"fallback_url": …} for a plain link

A customer who wants to leave must never meet an error, so whatever goes wrong, or takes longer
than two seconds in all, ends in the fallback link and one line in the log.
"""

import json
import logging
import os
import threading
from http.client import HTTPConnection, HTTPSConnection
from urllib.parse import urlsplit

DEADLINE_SECONDS = 2.0

# A missing setting stops the start of the app instead of surprising a customer later.
_SERVER_URL = urlsplit(os.environ["RENUMERATE_URL"].rstrip("/"))
_PRIVATE_KEY = os.environ["RENUMERATE_PRIVATE_KEY"]
_FALLBACK_URL = os.environ["RENUMERATE_FALLBACK_URL"]

_log = logging.getLogger("renumerate")


def create_retention_session(customer_id=None, customer_email=None, subscription_id=None):
    """At least one of customer_id and customer_email, as Stripe knows them."""
    retention = {
        "customer_id": customer_id,
        "customer_email": customer_email,
        "subscription_id": subscription_id,
    }
    given = {name: value for name, value in retention.items() if value is not None}
    outcome = {"error": f"no answer within {DEADLINE_SECONDS} s"}

    # A socket timeout limits each read, not the whole call; joining a thread limits the whole call.
    call = threading.Thread(target=_request, args=(given, outcome), daemon=True)
    call.start()
    call.join(DEADLINE_SECONDS)

    session_id = outcome.get("session_id")
    if session_id:
        return {"session_id": session_id}
    _log.warning("no retention session, using the fallback (%s)", outcome["error"])
    return {"fallback_url": _FALLBACK_URL}


def _request(retention, outcome):
    connect = HTTPSConnection if _SERVER_URL.scheme == "https" else HTTPConnection
    connection = connect(_SERVER_URL.netloc, timeout=DEADLINE_SECONDS)
    try:
        connection.request(
            "POST",
            f"{_SERVER_URL.path}/v1/retention/session",
            body=json.dumps({"retention": retention}),
            headers={"Content-Type": "application/json", "X-Brand-Key": _PRIVATE_KEY},
        )
        response = connection.getresponse()
        answer = json.loads(response.read())
        if response.status == 200:
            outcome["session_id"] = answer["session"]["id"]
        else:
            outcome["error"] = f"HTTP {response.status} {answer['code']}: {answer['error']}"
    except Exception as error:  # whatever it is, the customer still gets the fallback
        outcome["error"] = f"{type(error).__name__}: {error}"
    finally:
        connection.close()
