"""Monitor: an offline-first desktop app for people who visit places of detention."""
