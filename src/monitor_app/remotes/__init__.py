"""Remotes: places where sealed segments are exchanged (folder, USB stick, WebDAV, S3). They can read nothing.

The room is kept for the exchange of work between laptops; nothing is exchanged through a remote yet.
"""
