"""Sealing of ballots to a round's public key. No protocol of our own: libsodium's sealed box, through PyNaCl.

Whoever seals can't open again: not the screen that cast the ballot, and not this program, before the fold reads the key file.
"""

from base64 import b64decode, b64encode
from binascii import a2b_base64
from collections.abc import Callable

from nacl.bindings import crypto_box_SEALBYTES
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox

from codesign.core.errors import NoKey


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
    """A plain row, sealed: 48 bytes longer than the row, whatever it holds.

    Raises:
        NoKey: nothing can be sealed to this, so it is no public key.
    """
    try:
        return b64encode(SealedBox(PublicKey(b64decode(public_key))).encrypt(row)).decode()
    except (CryptoError, ValueError):
        raise NoKey(
            "The public key of this round was changed in the file, so no ballot can be sealed. Nothing was saved. Drop the "
            "round and vote again."
        ) from None


def sealed_size(sealed: str) -> int:
    """The length of the plain row, which everybody can tell."""
    return len(sealed) // 4 * 3 - sealed[-2:].count("=") - crypto_box_SEALBYTES


def one_spelling(sealed: str) -> str:
    """The way we write it. The last letter of such a text has bits that mean nothing, so that one row could be written in
    several."""
    try:
        return b64encode(a2b_base64(sealed)).decode()
    except ValueError:
        return sealed


def opener(private: bytes) -> Callable[[str], bytes]:
    """What opens a sealed row: it gives the plain one, or raises ValueError where it was sealed to another key, or changed."""
    box = SealedBox(PrivateKey(private))  # once, because half of opening a row is making this

    def unseal(sealed: str) -> bytes:
        raw = a2b_base64(sealed, strict_mode=True)
        if one_spelling(sealed) != sealed:
            raise ValueError("it is another spelling of a ballot, so it may be a copy of one")
        try:
            return box.decrypt(raw)
        except CryptoError:
            raise ValueError("a ballot does not open") from None

    return unseal


def lock_away(data: bytes, key: bytes) -> str:
    """Bytes that whoever has the key (32 bytes) can read again."""
    return b64encode(SecretBox(key).encrypt(data)).decode()


def unlock(locked: str, key: bytes) -> bytes:
    """What `lock_away` was given; raises ValueError where it was changed, or the key is another."""
    try:
        return SecretBox(key).decrypt(b64decode(locked))
    except CryptoError:
        raise ValueError("it does not open") from None
