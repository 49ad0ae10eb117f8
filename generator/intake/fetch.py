"""What does the web answer at an address, asked politely and never inside one's own network?

Every address, of a redirect too, is resolved once and the connection goes to what was checked: a name
that points elsewhere the second time gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3

from generator.errors import VariorumError
from generator.intake.limits import MAX_HTML_BYTES

AGENT = "variorum/0.1 (fact-check archive; reads single articles on a person's request)"
MAX_REDIRECTS = 4
_SECONDS = 20.0
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Answer:
    """A page as it came."""

    url: str
    """Where it was found in the end."""
    content: bytes
    kind: str
    """The media type, without parameters."""


Resolver = Callable[[str, str], str]
"""Gives the address to connect to for an URL and its host, or raises a `NotPublicError`."""


def fetch(url: str, *, resolve: Resolver | None = None) -> Answer:
    """Fetch a page that its site lets robots read; hosts are resolved by `public_address` unless told otherwise.

    Raises:
        VariorumError: not a public web address, forbidden by robots.txt, too large, or not answered.
    """
    resolve = resolve or public_address
    try:
        if _allowed(url, resolve):
            return _answer(url, resolve)
    except ValueError as error:  # of brackets, ports and names that no address has
        raise VariorumError(url, None, f"no web address ({error}); check its spelling") from error
    raise VariorumError(
        url, None, "the site's robots.txt forbids it; save the page from your browser instead"
    )


def _allowed(url: str, resolve: Resolver) -> bool:
    parts = urlsplit(url)
    try:
        rules = _answer(f"{parts.scheme}://{parts.netloc}/robots.txt", resolve).content
    except VariorumError as error:
        if isinstance(error, NotPublicError):
            raise
        return True  # no rules that could be read: RFC 9309 lets robots in where the file is missing
    robots = RobotFileParser()
    robots.parse(rules.decode("utf-8", "replace").splitlines())
    return robots.can_fetch(AGENT, url)


class NotPublicError(VariorumError):
    """An address that is none of the public web."""


def _answer(url: str, resolve: Resolver) -> Answer:
    for _ in range(MAX_REDIRECTS + 1):
        response = _get(url, resolve)
        try:
            target = response.get_redirect_location()
            if target:
                url = urljoin(url, target)
                continue
            if response.status >= 400:  # noqa: PLR2004
                raise VariorumError(url, None, f"answered with {response.status}; check the address")
            content = response.read(MAX_HTML_BYTES + 1, decode_content=True)
            if len(content) > MAX_HTML_BYTES:
                raise VariorumError(
                    url, None, f"larger than {MAX_HTML_BYTES} bytes; save the page from your browser"
                )
            return Answer(
                url, content, response.headers.get("Content-Type", "").split(";")[0].strip().lower()
            )
        except urllib3.exceptions.HTTPError as error:
            raise VariorumError(url, None, f"broke off ({error}); try again") from error
        finally:
            response.close()
    raise VariorumError(url, None, f"more than {MAX_REDIRECTS} redirects; give the last address")


def _get(url: str, resolve: Resolver) -> urllib3.BaseHTTPResponse:
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname:
        raise NotPublicError(url, None, "no web address; it must start with http:// or https://")
    address, port = resolve(url, parts.hostname), parts.port or _PORTS[parts.scheme]
    timeout = urllib3.Timeout(_SECONDS)
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            address, port, timeout=timeout, server_hostname=parts.hostname, assert_hostname=parts.hostname
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        return pool.request(
            "GET", path, headers={"Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT}, redirect=False,
            retries=False, preload_content=False,
        )  # fmt: skip
    except urllib3.exceptions.HTTPError as error:
        raise VariorumError(
            url, None, f"not answered ({error}); check the address and the network"
        ) from error


def public_address(url: str, host: str) -> str:
    """Resolve a host, once.

    Raises:
        NotPublicError: it has no address, or one that is private, of this machine, or otherwise not public.
    """
    try:
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)}
    except OSError as error:
        raise VariorumError(
            url, None, f"{host} has no address; check its spelling and the network"
        ) from error
    if not found or not all(ipaddress.ip_address(address.split("%")[0]).is_global for address in found):
        raise NotPublicError(
            url, None, f"{host} is no public address; only pages of the open web are fetched"
        )
    return min(found)
