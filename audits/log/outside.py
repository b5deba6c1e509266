"""The log outside this installation: its export, and the key and memory with which a copy is checked."""

from pathlib import Path

from audits.log.files import KEY, Folder, key_file, published, replace
from audits.log.publish import publish
from audits.refusal import Unfit
from audits.signature import read_signer
from compliance.log.note import Misread, key_id, read_verifier_key
from compliance.log.tile import grown
from models.db import Database

SEEN = Path("var/log-seen")
"""Where the checkpoints seen of logs are kept, one file for each key."""


def export(database: Database, target: Folder) -> int:
    """Publish what is new, and copy what is published; gives the number of entries."""
    size = int(publish(database)["size"])
    source = published()
    for tile in grown(0, size):
        if not (target.root / tile.path).is_file():
            target.write(tile, source.read(tile))
    replace(target.root / KEY, (source.root / KEY).read_bytes())
    target.publish(str(source.checkpoint()))
    return size


def verifier_for(folder: Folder, given: str | None) -> tuple[str, bool]:
    """The key to check a copy with: as given, else this office's, else the one in the folder; whether it is
    trusted, and not only what the copy says of itself.
    """
    inside = folder.root / KEY
    if given is None and key_file().exists():
        given = read_signer(key_file()).verifier
    if given is None and not inside.is_file():
        raise Unfit(
            f"请用 --key 给出验证公钥；{inside} 也不存在。", f"Give the key with --key: {inside} is missing."
        )
    key = (given or inside.read_text(encoding="utf-8")).strip()
    try:
        read_verifier_key(key)
    except Misread as error:
        raise Unfit(f"不是验证公钥：{key}", f"Not a verifier key: {key}") from error
    return key, given is not None


def seen_file(verifier: str) -> Path:
    """Where what was seen of a log is remembered."""
    name, public = read_verifier_key(verifier)
    return SEEN / f"{name.replace('/', '_')}+{key_id(name, public).hex()}"
