"""Problems of reports: building, signing, verifying."""
