"""What Twilio tells us: signed forms, posted to the address it was given."""

import base64
import hashlib
import hmac
import http.client
from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

SECONDS = 5


def signature(url: str, form: Mapping[str, str], auth_token: str) -> str:
    """X-Twilio-Signature: HMAC-SHA1 over the address and the sorted fields, in base 64."""
    said = url + "".join(f"{name}{form[name]}" for name in sorted(form))
    return base64.b64encode(hmac.new(auth_token.encode(), said.encode(), hashlib.sha1).digest()).decode()


def post(url: str, form: Mapping[str, str], auth_token: str, *, signed_for: str = "") -> int:
    """Post one form; the HTTP status, or 0 where nobody answers. `signed_for`: the outside address, if other.

    Nothing is repeated: whoever calls decides what comes twice, late or in the wrong order.
    """
    place = urlsplit(url)
    kind = http.client.HTTPSConnection if place.scheme == "https" else http.client.HTTPConnection
    connection = kind(place.netloc, timeout=SECONDS)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": signature(signed_for or url, form, auth_token),
    }
    try:
        connection.request("POST", place.path, urlencode(form), headers)
        return connection.getresponse().status
    except OSError:
        return 0
    finally:
        connection.close()


def status_form(account_sid: str, sid: str, to: str, status: str, error_code: int | None) -> dict[str, str]:
    """What a status callback says of a text."""
    form = {"AccountSid": account_sid, "MessageSid": sid, "SmsSid": sid, "To": to, "MessageStatus": status}
    return form | ({"ErrorCode": str(error_code)} if error_code else {})


def inbound_form(account_sid: str, sid: str, sender: str, receiver: str, words: str) -> dict[str, str]:
    """What comes in when a person texts us."""
    fields = {"From": sender, "To": receiver, "Body": words, "NumMedia": "0", "NumSegments": "1"}
    return {"AccountSid": account_sid, "MessageSid": sid, "SmsSid": sid} | fields
