"""The profiles of this laptop, for the doorway: what it shows before any vault is open."""

from monitor_app.vault import Profile, Profiles, read_profiles, write_profiles

__all__ = ["Profile", "Profiles", "read_profiles", "write_profiles"]
