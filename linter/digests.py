"""Short hashes: of what the cache was made of, and of what makes a finding the same one after the text around it has moved."""

from __future__ import annotations

try:
    # What `hashlib.blake2b` is as well, without loading OpenSSL, which costs a plain check more than reading its file.
    from _blake2 import blake2b
except ImportError:  # an interpreter that has it from elsewhere
    from hashlib import blake2b

__all__ = ["blake2b", "digest"]


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits for some texts and their order."""
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=8).hexdigest()
