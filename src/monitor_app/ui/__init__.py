"""Ui: windows, pages, widgets and Qt models; the only room that knows Qt.

Nouns: a *look* is what every widget wears (tokens, text size, icons, words); a *part* is a widget with one
`present(view)` in and few signals out; a *page* joins parts to callbacks; the *doorway* is what stands before the vault
is open; the *shell* is what stands around the pages after that; *clerk* and *courier* are the two threads behind the
window. (`present`, because QWidget's own `render` paints into a device.)

Nothing is imported here: each page is opened through its own module, so that the unlock screen stays quick.
"""
