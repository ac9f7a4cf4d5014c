"""How both ends of a connection prove that they have the same key."""

import hmac
import os

from multiprocessing import AuthenticationError

_CHALLENGE, _WELCOME, _FAILURE = b"#CHALLENGE#", b"#WELCOME#", b"#FAILURE#"
_DIGEST = b"{sha256}"


def _proof(key, message):
    return _DIGEST + hmac.new(key, message, "sha256").digest()


def challenge(connection, key):
    """Asks the other end to prove it."""
    message = _DIGEST + os.urandom(40)
    connection.send_bytes(_CHALLENGE + message)
    if hmac.compare_digest(_proof(key, message), connection.recv_bytes(256)):
        connection.send_bytes(_WELCOME)
        return
    connection.send_bytes(_FAILURE)
    raise AuthenticationError("digest received was wrong")


def answer(connection, key):
    """Proves it to the other end."""
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError(f"Protocol error, expected challenge: message={message!r}")
    connection.send_bytes(_proof(key, message[len(_CHALLENGE):]))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError("digest sent was rejected")
