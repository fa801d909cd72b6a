"""Pages: how things look on paper: styles, text, tables, marks, charts, the canvas. Import after `register_fonts`."""
