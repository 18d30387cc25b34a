"""An index of documents in memory (PEP 691 pages, PEP 658 metadata), answering pip in the place of the network."""

import io

ORIGIN = "https://index.invalid/"
SIMPLE_INDEX = ORIGIN + "simple"
JSON_PAGE = "application/vnd.pypi.simple.v1+json"

# Address to (content type, body), to what makes these two when they are asked for, or to None: the index has no such
# thing, which is a 404.
DOCUMENTS = {}

# The address that was asked for and about which nothing is known.
LACKED = []


class Lacking(BaseException):
    """Ends a run that asked for a document which is not at hand: it is brought, and the question asked again."""


def document_adapter():
    """A transport adapter of the requests that pip carries."""
    from pip._vendor.requests.adapters import BaseAdapter
    from pip._vendor.requests.models import Response
    from pip._vendor.requests.structures import CaseInsensitiveDict

    class DocumentAdapter(BaseAdapter):
        def send(self, request, *args, **kwargs):
            if request.url not in DOCUMENTS:
                LACKED.append(request.url)
                raise Lacking(request.url)
            found = DOCUMENTS[request.url]
            if callable(found):
                found = found()
            kind, body = found or ("text/plain", b"404 Not Found")
            answer = Response()
            answer.status_code, answer.reason = (200, "OK") if found else (404, "Not Found")
            answer.url, answer.request = request.url, request
            answer.headers = CaseInsensitiveDict({"Content-Type": kind, "Content-Length": str(len(body))})
            answer.raw = io.BytesIO(body)
            return answer

        def close(self):
            pass

    return DocumentAdapter()
