"""Problems of checklists and forms: reading, checking, answering."""
