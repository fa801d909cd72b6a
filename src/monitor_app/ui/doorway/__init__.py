"""Doorway: what stands before the vault is open: welcome, unlock, forgotten passphrase, founding, restore, locked.

Pages get plain values and callables and tell by signals; they know no vault and no key. `Frame` stands around them.
Each page is imported from its own module, so that the unlock screen loads nothing else.
"""
