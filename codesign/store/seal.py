"""Sealing of ballots to a round's public key. No protocol of our own: libsodium's sealed box, through PyNaCl.

Whoever seals can't open again: not the screen that cast the ballot, and not this program, before the fold reads the key file.
"""

from base64 import b64decode, b64encode

from nacl.bindings import crypto_box_SEALBYTES
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox


def new_keys() -> tuple[bytes, str]:
    """A round's private key as bytes for its key file, and its public key as text for the record."""
    private = PrivateKey.generate()
    return bytes(private), b64encode(bytes(private.public_key)).decode()


def public_of(private: bytes) -> str:
    """The public key that belongs to a private one; empty where the bytes are no key."""
    if len(private) != PrivateKey.SIZE:
        return ""
    return b64encode(bytes(PrivateKey(private).public_key)).decode()


def seal(row: bytes, public_key: str) -> str:
    """A plain row, sealed: 48 bytes longer than the row, whatever it holds."""
    return b64encode(SealedBox(PublicKey(b64decode(public_key))).encrypt(row)).decode()


def sealed_size(sealed: str) -> int:
    """The length of the plain row, which everybody can tell."""
    return len(sealed) // 4 * 3 - sealed[-2:].count("=") - crypto_box_SEALBYTES


def unseal(sealed: str, private: bytes) -> bytes:
    """The plain row.

    Raises:
        ValueError: it was sealed to another key, or changed since.
    """
    try:
        return SealedBox(PrivateKey(private)).decrypt(b64decode(sealed))
    except CryptoError:
        raise ValueError("a ballot does not open") from None
