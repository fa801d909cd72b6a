"""Problems of the vault: opening, writing, backing up."""

from monitor_app.base.language import mark
from monitor_app.base.problem import Kind

_NOTHING_CHANGED = mark("Nothing on the disk has changed.")
_SAVED_IS_SAVED = mark("Everything said to be saved is saved.")

WRONG_PASSPHRASE = Kind(
    "vault.wrong-passphrase",
    mark("That passphrase does not open this profile."),
    mark("Nothing is deleted."),
    mark("Next try in {seconds} s."),
)
WAIT = Kind(
    "vault.wait",
    mark("The next try is not open yet."),
    mark("Nothing is deleted."),
    mark("Next try in {seconds} s."),
)
NO_VAULT = Kind(
    "vault.none",
    mark("There is no profile in this folder."),
    _NOTHING_CHANGED,
    mark("Choose the folder of the profile, or restore a backup."),
)
EXISTS = Kind(
    "vault.exists",
    mark("There is a profile in this folder already."),
    _NOTHING_CHANGED,
    mark("Open it, or choose an empty folder."),
)
FOREIGN = Kind(
    "vault.foreign",
    mark("The file vault.db in this folder is not an encrypted profile of Monitor."),
    mark("Nothing is written to it."),
    mark("Restore the last backup into an empty folder."),
)
DAMAGED = Kind(
    "vault.damaged",
    mark("The profile on this disk is damaged, or its key is of another profile."),
    mark("Nothing is written to it. Your backups are not affected."),
    mark("Restore the last backup into an empty folder."),
)
SLOTS_MISSING = Kind(
    "vault.slots-missing",
    mark("The file vault.slots, which holds the locked keys, is missing or damaged."),
    mark("The encrypted work itself is not changed."),
    mark("Copy vault.slots from the last backup into the folder of the profile, or restore that backup."),
)
SLOTS_FELL_BACK = Kind(
    "vault.slots-fell-back",
    mark("One of the two files of locked keys was damaged. Monitor used the other one and wrote both anew."),
    mark("Your work is complete."),
    mark("If the passphrase was changed just before, check which one opens the profile now."),
)
NOT_CONFIRMED = Kind(
    "vault.not-confirmed",
    mark("This change needs the passphrase once more."),
    _NOTHING_CHANGED,
    mark("Type the passphrase, then make the change again."),
)
NOT_ENCRYPTED = Kind(
    "vault.not-encrypted",
    mark("The encryption of this installation does not work as it must."),
    mark("Monitor writes nothing that is not encrypted."),
    mark("Install Monitor again from its official package."),
)
NEWER = Kind(
    "vault.newer",
    mark("This profile was used with a newer Monitor."),
    _NOTHING_CHANGED,
    mark("Install the newer Monitor on this laptop."),
)
IN_USE = Kind(
    "vault.in-use",
    mark("This profile is open in another window of Monitor."),
    _NOTHING_CHANGED,
    mark("Go to that window, or close it and try again."),
)
SYNCED_FOLDER = Kind(
    "vault.synced-folder",
    mark("This folder is copied to a cloud service ({service})."),
    _NOTHING_CHANGED,
    mark("Choose a folder that stays on this laptop."),
)
READ_ONLY = Kind(
    "vault.read-only",
    mark("Monitor may not write to this folder."),
    _NOTHING_CHANGED,
    mark("Choose a folder of your own, or ask who manages this laptop."),
)
DISK_FULL = Kind(
    "vault.disk-full",
    mark("The disk is full."),
    _SAVED_IS_SAVED,
    mark("Free some space, then go on."),
)
DISK_FAILS = Kind(
    "vault.disk-fails",
    mark("The disk did not take the last change."),
    _SAVED_IS_SAVED,
    mark("Back up to another disk, then restart Monitor."),
)
CHAIN_FAULT = Kind(
    "vault.chain-fault",
    mark("Entry {entry} of the journal (part {space}) is not what was written."),
    mark("The app can still read what is there. Your backups are not affected."),
    mark("Tell the coordinator, and restore the last backup into an empty folder."),
)
NO_KEY = Kind(
    "vault.no-key",
    mark("This laptop holds no key for this part of the programme."),
    mark("Nothing was written."),
    mark("Ask the coordinator to share it with this laptop."),
)
NO_RECOVERY = Kind(
    "vault.no-recovery",
    mark("The key of this part is not secured for recovery yet."),
    mark("Nothing was written."),
    mark("Receive the latest changes from the team, then try again."),
)
TOO_LARGE = Kind(
    "vault.too-large",
    mark("This text is too long to be kept in one field."),
    _SAVED_IS_SAVED,
    mark("Split it into several notes, or attach it as a file."),
)
BLOB_MISSING = Kind(
    "vault.blob-missing",
    mark("This attachment is not on this laptop, or it is damaged."),
    mark("Everything else can be read."),
    mark("Receive it again from the team, or take it from a backup."),
)
WRAP_REFUSED = Kind(
    "vault.wrap-refused",
    mark("The key that came does not fit this laptop, or its signature is not right."),
    mark("It was not taken in."),
    mark("Ask the coordinator to share it again."),
)
BACKUP_FOLDER = Kind(
    "vault.backup-folder",
    mark("The backup could not be written to that folder."),
    mark("Your work on this laptop is not affected. Earlier backups are as they were."),
    mark("Check that the disk or stick is plugged in and can be written to, then try again."),
)
BACKUP_FULL = Kind(
    "vault.backup-full",
    mark("There is not enough space for the backup. It needs {mib} MB."),
    mark("Your work on this laptop is not affected. Earlier backups are as they were."),
    mark("Free some space there, or choose another disk."),
)
BACKUP_WRONG = Kind(
    "vault.backup-wrong",
    mark("The backup was written but did not pass its check."),
    mark("Your work on this laptop is not affected. Earlier backups are as they were."),
    mark("Choose another disk or stick and back up again."),
)
NOT_A_BACKUP = Kind(
    "vault.not-a-backup",
    mark("There is no complete backup of Monitor in this folder."),
    _NOTHING_CHANGED,
    mark("Choose the folder whose name begins with monitor-backup."),
)
