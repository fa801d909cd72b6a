"""Facilities: the register of places, one place with its visits, adding and correcting one."""
