"""Reading forms from files: the one place of lxml, pyxform and openpyxl. Opened lazily by the door of the room."""
