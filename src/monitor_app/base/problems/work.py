"""Problems of a person's work: planning, answering, findings, signing, permissions."""
