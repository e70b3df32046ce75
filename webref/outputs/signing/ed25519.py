"""Ed25519 by the package `cryptography`, which is imported only where something is signed."""

import os
from pathlib import Path
from typing import Any


def generate() -> Any:
    """A new private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate()


def public_key(key: Any) -> str:
    """The public half of a private key, in hexadecimal."""
    raw: bytes = key.public_key().public_bytes_raw()
    return raw.hex()


def write_key(key: Any, file: Path, passphrase: str) -> None:
    """Write a private key to a new file that its owner alone may read, as PEM (PKCS #8).

    It is encrypted unless the passphrase is empty. OSError where the file is there already.
    """
    from cryptography.hazmat.primitives import serialization as form

    sealed: Any = form.NoEncryption()
    if passphrase:
        sealed = form.BestAvailableEncryption(passphrase.encode())
    pem: bytes = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, sealed)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(pem)


def is_sealed(file: Path) -> bool:
    """Whether a key's file asks for a passphrase."""
    return b"ENCRYPTED" in file.read_bytes()


def read_key(file: Path, passphrase: str = "") -> Any:
    """The private key of a file; OSError where it holds none or the passphrase is another."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(file.read_bytes(), passphrase.encode() or None)
    except (ValueError, TypeError):
        raise OSError(f"{file} is no private key, or its passphrase is another one") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise OSError(f"{file} is a key of another kind than Ed25519: make one by `webref key`")
    return key


def signed(key: Any, message: bytes) -> str:
    """The signature of a message, in hexadecimal."""
    signature: bytes = key.sign(message)
    return signature.hex()


def verifies(key: str, signature: str, message: bytes) -> bool:
    """Whether a signature of a message is that of a public key; all but the message hexadecimal."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        raw = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
        raw.verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True
