"""Problems of the standards library and the facility data."""
