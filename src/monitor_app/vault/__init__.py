"""Vault: one person's encrypted store on this laptop; the only writer of the disk.

Nouns: a *vault* is a folder with an encrypted database and a file of *slots* (the ways in); a *write* is one change to
be made; *changes* is what was touched, told when it is durable; a *current* is a value that stands; a *draft* is what
is being typed; a *space* is a set of people sharing keys. The journal is the truth; every other table derives from it.
"""

from typing import TYPE_CHECKING

from monitor_app.base.lazy_door import lazy_door

if TYPE_CHECKING:
    from monitor_app.journal import Dot, Fault, Frontier, Mode, Place
    from monitor_app.vault.back_up import BackupReport
    from monitor_app.vault.creating import create_vault
    from monitor_app.vault.delay import UnlockDelay
    from monitor_app.vault.disk import write_durably
    from monitor_app.vault.identity import Identity
    from monitor_app.vault.keyring import Space, SpaceKey
    from monitor_app.vault.opening import unlock, unlock_with_organisation, unlock_with_recovery
    from monitor_app.vault.past import May, Past
    from monitor_app.vault.process import harden_process
    from monitor_app.vault.profiles import Profile, Profiles, read_profiles, write_profiles
    from monitor_app.vault.restore import restore_backup
    from monitor_app.vault.unlocking import ByOrganisation, ByPassphrase, ByRecovery, WayIn
    from monitor_app.vault.values import (
        Admitted,
        Aside,
        Changes,
        ClockWarning,
        Current,
        Describe,
        Described,
        Field,
        Hit,
        NewVault,
        Touched,
        VerifyState,
        Write,
        describe_nothing,
    )
    from monitor_app.vault.vault import Vault

__all__ = [
    "Admitted",
    "Aside",
    "BackupReport",
    "ByOrganisation",
    "ByPassphrase",
    "ByRecovery",
    "Changes",
    "ClockWarning",
    "Current",
    "Describe",
    "Described",
    "Dot",
    "Fault",
    "Field",
    "Frontier",
    "Hit",
    "Identity",
    "May",
    "Mode",
    "NewVault",
    "Past",
    "Place",
    "Profile",
    "Profiles",
    "Space",
    "SpaceKey",
    "Touched",
    "UnlockDelay",
    "Vault",
    "VerifyState",
    "WayIn",
    "Write",
    "create_vault",
    "describe_nothing",
    "harden_process",
    "read_profiles",
    "restore_backup",
    "unlock",
    "unlock_with_organisation",
    "unlock_with_recovery",
    "write_durably",
    "write_profiles",
]

__getattr__ = lazy_door(
    __name__,
    {
        "monitor_app.journal": (
            "Dot",
            "Fault",
            "Frontier",
            "Mode",
            "Place",
        ),
        "back_up": ("BackupReport",),
        "creating": ("create_vault",),
        "delay": ("UnlockDelay",),
        "disk": ("write_durably",),
        "identity": ("Identity",),
        "keyring": (
            "Space",
            "SpaceKey",
        ),
        "opening": (
            "unlock",
            "unlock_with_organisation",
            "unlock_with_recovery",
        ),
        "past": (
            "May",
            "Past",
        ),
        "process": ("harden_process",),
        "profiles": (
            "Profile",
            "Profiles",
            "read_profiles",
            "write_profiles",
        ),
        "restore": ("restore_backup",),
        "unlocking": (
            "ByOrganisation",
            "ByPassphrase",
            "ByRecovery",
            "WayIn",
        ),
        "values": (
            "Admitted",
            "Aside",
            "Changes",
            "ClockWarning",
            "Current",
            "Describe",
            "Described",
            "Field",
            "Hit",
            "NewVault",
            "Touched",
            "VerifyState",
            "Write",
            "describe_nothing",
        ),
        "vault": ("Vault",),
    },
)
