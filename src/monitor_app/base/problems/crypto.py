"""Problems of keys, passphrases, recovery sheets and certificates."""

from monitor_app.base.language import mark
from monitor_app.base.problem import Kind

SLOTS_DAMAGED = Kind(
    "crypto.slots-damaged",
    mark("The key file of this profile is damaged."),
    mark("Your work is in another file and is not touched."),
    mark("Restore the key file from a backup."),
)
SLOTS_NEWER = Kind(
    "crypto.slots-newer",
    mark("A newer version of Monitor wrote the key file of this profile."),
    mark("Nothing is changed."),
    mark("Install the newer version on this laptop."),
)
NO_SUCH_WAY_IN = Kind(
    "crypto.no-such-way-in",
    mark("This profile was not set up to be opened this way."),
    mark("Nothing is changed."),
    mark("Use the passphrase, the recovery sheet or the recovery officers of the programme."),
)
TOO_LITTLE_MEMORY = Kind(
    "crypto.too-little-memory",
    mark("This laptop does not have enough free memory to check the passphrase."),
    mark("Nothing is changed."),
    mark("Close other programs to free {mib} MB, then try again."),
)
RECOVERY_GROUP = Kind(
    "crypto.recovery-group",
    mark("Group {group} of the recovery code does not fit."),
    mark("Nothing is changed."),
    mark("Compare group {group} with the sheet and type it again."),
)
RECOVERY_LENGTH = Kind(
    "crypto.recovery-length",
    mark("The recovery code has 40 characters. Typed: {count}."),
    mark("Nothing is changed."),
    mark("Type all eight groups of five characters."),
)
RECOVERY_OTHER_SHEET = Kind(
    "crypto.recovery-other-sheet",
    mark("This recovery sheet does not open this profile."),
    mark("Nothing is changed."),
    mark("Use the newest sheet of this profile. Older sheets stop working when a new one is made."),
)
RECOVERY_OTHER_PROGRAMME = Kind(
    "crypto.recovery-other-programme",
    mark("These recovery sheets belong to another programme."),
    mark("Nothing is changed."),
    mark("Use two recovery sheets of the programme this profile belongs to."),
)
SHARE_WORD = Kind(
    "crypto.share-word",
    mark("Word {word} of sheet {sheet} is not in the word list."),
    mark("Nothing is changed."),
    mark("Compare word {word} with the sheet and type it again."),
)
SHARE_LENGTH = Kind(
    "crypto.share-length",
    mark("Sheet {sheet} has 33 words. Typed: {count}."),
    mark("Nothing is changed."),
    mark("Type every word of the sheet, in order."),
)
SHARE_MISREAD = Kind(
    "crypto.share-misread",
    mark("The words of sheet {sheet} do not fit together."),
    mark("Nothing is changed."),
    mark("A word is wrong or out of place. Compare each word with the sheet."),
)
SHARE_TWICE = Kind(
    "crypto.share-twice",
    mark("The same sheet is typed twice."),
    mark("Nothing is changed."),
    mark("Type two different sheets of the three."),
)
SHARE_OTHER_SET = Kind(
    "crypto.share-other-set",
    mark("These two sheets do not belong together."),
    mark("Nothing is changed."),
    mark("Use two sheets that begin with the same two words."),
)
SHARES_TOO_FEW = Kind(
    "crypto.shares-too-few",
    mark("One sheet alone opens nothing."),
    mark("Nothing is changed."),
    mark("Type two different sheets of the three."),
)
ISSUER_NOT_VALID = Kind(
    "crypto.issuer-not-valid",
    mark("The programme's issuing certificate is not valid on this date."),
    mark("Nothing is changed."),
    mark("Check the date of this laptop. If it is right, the programme needs a new issuing certificate."),
)
