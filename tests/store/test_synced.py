"""Folders that a service copies to other machines are noticed, and others are not."""

from pathlib import Path

import pytest

from codesign.store.synced import synced_by

SYNCED = {
    "OneDrive": "OneDrive",
    "OneDrive - Shelter House/Documents": "OneDrive",
    "Library/CloudStorage/OneDrive-Personal": "OneDrive",
    "Dropbox": "Dropbox",
    "dropbox (Work)/notes": "Dropbox",
    "Google Drive": "Google Drive",
    "GoogleDrive-somebody/My Drive": "Google Drive",
    "Library/Mobile Documents/com~apple~CloudDocs/notes": "iCloud",
    "iCloudDrive": "iCloud",
    "Nextcloud/group": "Nextcloud",
    "Nextcloud2": "Nextcloud",
    "ownCloud": "Nextcloud",
}


@pytest.mark.parametrize("folder", SYNCED)
def test_a_synced_folder_is_known_by_its_name(tmp_path: Path, folder: str) -> None:
    assert synced_by(tmp_path / folder / "group-notes", {}) == SYNCED[folder]


@pytest.mark.parametrize(
    "folder", [".local/share/group-notes", "Documents", "dropboxes", "my drives", "one drive", "cloud", "box"]
)
def test_another_folder_is_left_in_peace(tmp_path: Path, folder: str) -> None:
    (tmp_path / ".dropbox").mkdir()  # Dropbox keeps its own settings there, beside the folder it copies
    assert synced_by(tmp_path / folder, {}) == ""


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox.cache", "Dropbox"),
        (".sync_0a1b.db", "Nextcloud"),
        (".tmp.drivedownload", "Google Drive"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_folder_of_any_name_is_known_by_the_marks_in_it_or_above(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / mark).touch()
    assert synced_by(tmp_path / "a" / "b", {}) == service


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "x").mkdir(parents=True)
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox" / "x")
    assert synced_by(tmp_path / "plain", {}) == "Dropbox"


def test_a_documents_folder_that_onedrive_took_over_is_known_on_windows(tmp_path: Path) -> None:
    there = {"OneDriveCommercial": str(tmp_path / "Work files")}
    assert synced_by(tmp_path / "Work files" / "Documents", there) == "OneDrive"
    assert synced_by(tmp_path / "Documents", there) == ""
