"""Outside: formats of the world around (sheets, archives). Kept for exports; nothing leaves through it yet."""
