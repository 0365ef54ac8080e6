"""Where the program keeps things: records, round keys and codes, a facilitator's own plans and help lines.

Folder names are neutral on purpose: nothing on a shared laptop should say shelter or vote. Keys lie apart from the records,
because a record may be copied and its key must not go with it.
"""

import os
import secrets
from pathlib import Path

from msgspec import Struct

from codesign.core.errors import CodesignError
from codesign.intake.files import NamedPath

_NAME = "group-notes"
_LETTERS = "abcdefghijkmnpqrstuvwxyz"


class Places(Struct, frozen=True):
    """Two folders; everything the program keeps lies under them."""

    data: Path
    """Records, own plans, own help lines."""
    state: Path
    """Round keys and codes."""

    @classmethod
    def under(cls, folder: Path) -> "Places":
        """Everything below one folder, for --data and for tests."""
        return cls(folder, folder / "state")

    @classmethod
    def usual(cls) -> "Places":
        """This person's own folders on this system; never a folder that is synced to other machines."""
        import platformdirs

        return cls(
            NamedPath(platformdirs.user_data_dir(_NAME, appauthor=False)),
            NamedPath(platformdirs.user_state_dir(_NAME, appauthor=False)) / "state",
        )

    def must_be_folders(self) -> None:
        """Look at the folders there are: one that can't be read would pass for an empty one.

        Raises:
            CodesignError: one is a file, a link to nowhere, or can't be read.
        """
        for folder in (self.data, self.records, self.plans, self.state):
            try:
                os.scandir(folder).close()
            except FileNotFoundError:
                if lost := next((f for f in (folder, *folder.parents) if os.path.islink(f) and not os.path.exists(f)), None):
                    raise CodesignError(
                        f"{lost} is a link to a folder that is not there. Bring that folder back, or name another one with "
                        "--data; nothing was changed."
                    ) from None
            except NotADirectoryError:
                raise CodesignError(
                    f"{folder} is a file, or lies in one, where a folder is needed. Move it away, or name another folder with "
                    "--data; nothing was changed."
                ) from None
            except OSError as error:
                raise CodesignError(
                    f"The folder {folder} can't be read ({error.strerror}). Check that you may open it, or name another one "
                    "with --data; nothing was changed."
                ) from None
            except ValueError:  # a NUL or half a letter in it
                raise CodesignError(f"“{folder}” is a name that no folder can have. Check the name.") from None

    @property
    def records(self) -> Path:
        return self.data / "records"

    @property
    def plans(self) -> Path:
        """The facilitator's own."""
        return self.data / "plans"

    @property
    def pools(self) -> Path:
        """Which sessions stood together in the numbers of a pool."""
        return self.data / "pools.json"

    @property
    def near_here(self) -> Path:
        """The agency's own list of people and services, for Our board."""
        return self.data / "near-here.json"

    @property
    def colours(self) -> Path:
        """Those that were chosen on the first page."""
        return self.data / "colours"

    def new_record(self) -> Path:
        """A free path with a name that says nothing."""
        return self.records / f"notes-{''.join(secrets.choice(_LETTERS) for _ in range(8))}.json"

    def key(self, session_id: int, key_id: int) -> Path:
        return self.state / f"{session_id}-{key_id}.key"

    def keys(self, session_id: int) -> list[Path]:
        """The key files there are of a session, of copies of its record too."""
        return sorted(self.state.glob(f"{session_id}-*.key"))

    def code(self, session_id: int) -> Path:
        return self.state / f"{session_id}.code"

    @property
    def house_code(self) -> Path:
        """The code for what belongs to no session."""
        return self.state / "house.code"

    def half_written(self, session_id: int) -> list[Path]:
        """Keys and codes of a session that a stopped program did not finish; one of a program at work may be among them."""
        found = (self.state.glob(f".{session_id}{rest}.*.tmp") for rest in ("-*.key", ".code"))
        return sorted(path for paths in found for path in paths)
