"""Problems of the vault: opening, writing, backing up."""

from monitor_app.base.language import mark
from monitor_app.base.problem import Kind

WRONG_PASSPHRASE = Kind(
    "vault.wrong-passphrase",
    mark("That passphrase does not open this profile."),
    mark("Nothing is deleted."),
    mark("Next try in {seconds} s."),
)
DISK_FULL = Kind(
    "vault.disk-full",
    mark("The disk is full."),
    mark("Everything said to be saved is saved."),
    mark("Free some space, then go on."),
)
