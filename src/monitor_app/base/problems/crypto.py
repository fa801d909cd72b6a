"""Problems of keys, passphrases, recovery sheets and certificates."""
